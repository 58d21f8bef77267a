using System.Xml;

namespace NewsBot.Sources.Opml;

/// <summary>Goes through the outlines of a list once: those that name a feed are feeds, those that hold others are folders.</summary>
internal sealed class OpmlWalk
{
    private readonly Stack<Folder> _open = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly List<OpmlFeed> _feeds = [];
    private readonly List<OpmlProblem> _problems = [];
    private int _untold;

    public bool SawOpml { get; private set; }

    public bool SawOutline { get; private set; }

    public IReadOnlyList<OpmlFeed> Feeds => _feeds;

    public IReadOnlyList<OpmlProblem> Problems => _untold == 0 ? _problems : [.. _problems, new("", $"There are {_untold} more such problems.")];

    /// <exception cref="XmlException">The document breaks a rule; what was found until there stands.</exception>
    public void Run(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > OpmlLimits.Depth) throw new XmlException("Too deep.");
            if (reader.NodeType is XmlNodeType.Element) Begin(reader);
            else if (reader.NodeType is XmlNodeType.EndElement && IsOutline(reader)) End();
        }
    }

    private static bool IsOutline(XmlReader reader) => reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase);

    private void Begin(XmlReader reader)
    {
        if (reader.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase)) SawOpml = true;
        if (!IsOutline(reader)) return;
        SawOutline = true;
        if (_open.TryPeek(out var parent)) parent.HoldsSomething = true;
        var outline = Outline.Of(reader);
        if (outline.Feed is { } address) Add(outline, address);
        // A feed may hold outlines as well; they stand in the folder that it stands in.
        _open.Push(new(outline.Feed is null ? outline : null));
        if (reader.IsEmptyElement) End();
    }

    private void End()
    {
        if (!_open.TryPop(out var folder) || folder is not { Outline: { } outline, HoldsSomething: false }) return;
        if (outline.Objection is { } why) Tell(outline.Name, why);
    }

    private void Add(Outline outline, string written)
    {
        var name = outline.Title.Length > 0 ? outline.Title : "A feed without a name";
        if (OpmlAddress.Read(written, out var objection) is not { } address) Tell(name, objection);
        else if (_places.TryGetValue(address.AbsoluteUri, out var place)) _feeds[place] = Merged(_feeds[place], outline);
        else if (_feeds.Count >= OpmlLimits.Feeds) Tell(name, $"A list can have at most {OpmlLimits.Feeds} feeds.");
        else
        {
            _places[address.AbsoluteUri] = _feeds.Count;
            _feeds.Add(new(address, outline.Title, Folders(outline)));
        }
    }

    // A feed that stands in two folders is written twice by most readers.
    private OpmlFeed Merged(OpmlFeed known, Outline again) => known with
    {
        Title = known.Title.Length > 0 ? known.Title : again.Title,
        Folders = [.. known.Folders.Union(Folders(again), StringComparer.OrdinalIgnoreCase)],
    };

    private string[] Folders(Outline outline) =>
    [
        .. _open.Reverse().Select(folder => folder.Outline?.Title).OfType<string>().Where(name => name.Length > 0).Take(OpmlLimits.Folders)
            .Concat(outline.Categories.Take(OpmlLimits.Folders)).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private void Tell(string where, string what)
    {
        if (_problems.Count < OpmlLimits.Problems) _problems.Add(new(where, what));
        else _untold++;
    }

    /// <param name="Outline">Null for a feed.</param>
    private sealed record Folder(Outline? Outline)
    {
        public bool HoldsSomething { get; set; }
    }
}
