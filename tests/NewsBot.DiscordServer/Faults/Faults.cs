namespace NewsBot.DiscordApi;

/// <summary>Which calls go wrong, and how. The first plan that fits a call is taken.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly List<Plan> _plans = [];

    /// <summary>The next calls that fit go wrong.</summary>
    /// <param name="where">Which calls; null for all. <c>call => call.Route == "POST channels/{channel}/messages"</c>.</param>
    public void Next(int count, Fault fault, Func<Call, bool>? where = null) => Add(new(fault, where) { Left = count });

    /// <summary>Every call that fits goes wrong, until <see cref="Clear"/>.</summary>
    public void Always(Fault fault, Func<Call, bool>? where = null) => Add(new(fault, where));

    /// <summary>A share (0 to 1) of the calls that fit goes wrong; the same seed picks the same calls again.</summary>
    public void Share(double share, int seed, Fault fault, Func<Call, bool>? where = null) => Add(new(fault, where) { Share = share, Random = new(seed) });

    public void Clear()
    {
        lock (_gate) _plans.Clear();
    }

    internal Fault? For(Call call)
    {
        lock (_gate)
        {
            foreach (var plan in _plans)
            {
                if (plan.Where?.Invoke(call) == false || (plan.Random is { } random && random.NextDouble() >= plan.Share)) continue;
                if (plan.Left is { } left && (plan.Left = left - 1) == 0) _plans.Remove(plan);
                return plan.Fault;
            }
            return null;
        }
    }

    private void Add(Plan plan)
    {
        lock (_gate) _plans.Add(plan);
    }

    private sealed class Plan(Fault fault, Func<Call, bool>? where)
    {
        public Fault Fault => fault;

        public Func<Call, bool>? Where => where;

        public int? Left { get; set; }

        public double Share { get; init; } = 1;

        public Random? Random { get; init; }
    }
}
