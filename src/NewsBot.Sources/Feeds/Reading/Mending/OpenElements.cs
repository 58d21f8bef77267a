namespace NewsBot.Sources.Feeds.Reading.Mending;

/// <summary>The elements that are open where a mender stands, and the namespace prefixes that they declared.</summary>
internal sealed class OpenElements
{
    private readonly List<(string Name, int Prefixes)> _names = [];
    private readonly List<string> _prefixes = [];

    public int Depth => _names.Count;

    public string Top => _names[^1].Name;

    /// <summary>True once the document's one element was closed; nothing may follow it.</summary>
    public bool IsOver { get; private set; }

    public void Push(string name) => _names.Add((name, _prefixes.Count));

    public string Pop()
    {
        var (name, prefixes) = _names[^1];
        _names.RemoveAt(_names.Count - 1);
        _prefixes.RemoveRange(prefixes, _prefixes.Count - prefixes);
        IsOver = _names.Count == 0;
        return name;
    }

    public bool Has(string name) => _names.Exists(open => string.Equals(open.Name, name, StringComparison.OrdinalIgnoreCase));

    public void Declare(string prefix) => _prefixes.Add(prefix);

    public bool Declares(string prefix) => prefix == "xml" || _prefixes.Contains(prefix);
}
