namespace NewsBot.Discord.Protocol;

/// <summary>Webhooks and interaction tokens that answered 404: Discord wants them never tried again. The newest 10,000 are remembered, which outlives any interaction token.</summary>
internal sealed class DeadWebhooks
{
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _dead = [];
    private readonly Queue<string> _order = [];

    public bool Contains(string resource)
    {
        lock (_gate)
            return _dead.Contains(resource);
    }

    public void Add(string resource)
    {
        lock (_gate)
        {
            if (!_dead.Add(resource))
                return;
            _order.Enqueue(resource);
            if (_order.Count > Most)
                _dead.Remove(_order.Dequeue());
        }
    }
}
