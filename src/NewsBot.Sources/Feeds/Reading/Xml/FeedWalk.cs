namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>
/// Reads a feed of any XML format: the formats differ in where things stand and what they are called, hardly in what they say, and real feeds mix
/// them. So one walk knows all names, and asks of the format only what the same name means differently.
/// </summary>
internal sealed class FeedWalk
{
    private readonly ElementCursor _at;
    private readonly FeedFormat _format;
    private readonly TimeZoneInfo _zone;
    private readonly string _ownNamespace;
    private readonly Gathered _head = new();
    private readonly List<FeedEntry> _entries = [];
    private readonly List<FeedRemoval> _removals = [];
    private readonly RhythmElements _rhythm;
    private readonly Dictionary<string, Vocabulary> _vocabularies = [];

    /// <param name="at">Stands on the root.</param>
    public FeedWalk(ElementCursor at, FeedFormat format, FeedOrigin origin)
    {
        (_at, _format, _zone, _ownNamespace) = (at, format, origin.Zone, at.Namespace);
        _rhythm = new(at);
        if (origin.ContentLanguage is { } language) _head.Language.Offer(language, Standing.Fallback);
    }

    public FeedDocument Document(bool wasMended) => new(_format, _head.Head(_rhythm.Rhythm), _entries, wasMended) { Removals = _removals };

    public void Run()
    {
        if (_at.Name.Equals("entry", StringComparison.OrdinalIgnoreCase) || _at.Name.Equals("item", StringComparison.OrdinalIgnoreCase)) Entry();
        else Head();
    }

    private void Head()
    {
        Opening(_head);
        _at.Children(() => Field(_head, isEntry: false));
    }

    private void Entry()
    {
        if (_entries.Count >= FeedLimits.Entries)
        {
            _at.Skip();
            return;
        }
        var entry = new Gathered();
        Opening(entry);
        _at.Children(() => Field(entry, isEntry: true));
        _entries.Add(entry.Entry());
    }

    private void Removal()
    {
        if (_removals.Count < FeedLimits.Entries && _at.Attribute("ref") is { Length: > 0 } id && Instant(_at.Attribute("when")) is { } at)
            _removals.Add(new(Reference.Resolve(_at.Base, id), at));
        _at.Skip();
    }

    // What the element of a feed or an entry says in its own attributes: RDF its address, CDF nearly everything.
    private void Opening(Gathered scope)
    {
        if (_at.Language is { Length: > 0 } language) scope.Language.Offer(language.Replace('_', '-'), Standing.Fallback);
        if (_format is FeedFormat.Rdf) scope.Id.Offer(_at.Resolve(_at.Attribute("about", Namespaces.Rdf)), Standing.Fallback);
        if (_format is not FeedFormat.Cdf) return;
        if (_at.Attribute("base") is { } address) _at.SetBase(address);
        scope.Link.Offer(_at.Address("href"), Standing.Own);
        scope.Updated.Offer(Instant(_at.Attribute("lastmod")), Standing.Own);
    }

    private void Field(Gathered scope, bool isEntry)
    {
        var (term, standing) = Terms.Of(VocabularyHere(), _at.Name);
        if (standing == Standing.Own && _at.Namespace.Length > 0 && _at.Namespace != _ownNamespace && _format is not FeedFormat.Rdf && IsAtomElsewhere()) standing = Standing.Module;
        switch (term)
        {
            case Term.Channel when !isEntry:
                Head();
                break;
            case Term.Entry when !isEntry:
                Entry();
                break;
            case Term.Deleted when !isEntry:
                Removal();
                break;
            case Term.Title:
                scope.Title.Offer(_at.Text(TextKind.Guess), standing);
                break;
            case Term.Summary or Term.Description:
                Summary(scope, term, standing, isEntry);
                break;
            case Term.Info when !isEntry:
                scope.Summary.Offer(_at.Text(TextKind.Guess), standing);
                break;
            case Term.Content:
                Content(scope, standing);
                break;
            case Term.Rights:
                scope.Rights.Offer(_at.Text(TextKind.Guess), standing);
                break;
            case Term.Group:
                _at.Children(() => Field(scope, isEntry));
                break;
            default:
                if (!LineField(scope, term, standing, isEntry) && !MediaElements.Read(_at, scope, term, standing, () => Field(scope, isEntry)) && (isEntry || !_rhythm.Read(term)))
                    _at.Skip();
                break;
        }
    }

    private void Summary(Gathered scope, Term term, Standing standing, bool isEntry)
    {
        var text = _at.Text(term is Term.Description && _format is FeedFormat.Rss or FeedFormat.Rdf ? TextKind.Html : TextKind.Guess);
        if (text is null) return;
        var isSecond = isEntry && standing == Standing.Own && scope.Summary.IsOwn && scope.SummaryTerm != term;
        if (isSecond) scope.Content.Offer(text, Standing.Module);
        else scope.Summary.Offer(text, standing);
        if (standing == Standing.Own && !isSecond) scope.SummaryTerm = term;
    }

    private void Content(Gathered scope, Standing standing)
    {
        // Atom's content that lies elsewhere: where it lies is a link of last resort.
        if (_at.Attribute("src") is { } source) scope.Link.Offer(_at.Resolve(source), Standing.Fallback);
        scope.Content.Offer(_at.Text(_format is FeedFormat.Atom10 or FeedFormat.Atom03 ? TextKind.Guess : TextKind.Html), standing);
    }

    private bool LineField(Gathered scope, Term term, Standing standing, bool isEntry)
    {
        switch (term)
        {
            case Term.Link:
                LinkElement.Read(_at, scope, _format, standing, isEntry ? null : _rhythm);
                break;
            case Term.OriginalLink:
                scope.OriginalLink.Offer(_at.Resolve(_at.Line()), standing);
                break;
            case Term.Id:
                Id(scope, standing);
                break;
            case Term.Guid:
                Guid(scope);
                break;
            case Term.Published:
                scope.Published.Offer(Instant(_at.Line()), standing);
                break;
            case Term.Updated:
                scope.Updated.Offer(Instant(_at.Line()), standing);
                break;
            case Term.Date:
                Date(scope, isEntry);
                break;
            case Term.Author or Term.Creator or Term.Editor:
                PersonElement.Read(_at, scope, term, standing);
                break;
            case Term.Language:
                scope.Language.Offer(_at.Line()?.Replace('_', '-'), standing);
                break;
            case Term.Comments:
                scope.Comments.Offer(_at.Resolve(_at.Line()), standing);
                break;
            default:
                return false;
        }
        return true;
    }

    // Dublin Core's date says of a feed when it changed, and of an article when it appeared or changed.
    private void Date(Gathered scope, bool isEntry)
    {
        var date = Instant(_at.Line());
        scope.Updated.Offer(date, Standing.Module);
        if (isEntry) scope.Published.Offer(date, Standing.Fallback);
    }

    private DateTimeOffset? Instant(string? date) => Dates.FeedDate.Read(date, _zone);

    private void Id(Gathered scope, Standing standing)
    {
        if (_at.Line() is not { } id) return;
        scope.Id.Offer(Reference.Resolve(_at.Base, id), standing);
    }

    private void Guid(Gathered scope)
    {
        var isLink = _at.Attribute("isPermaLink") is not { } says || !says.Equals("false", StringComparison.OrdinalIgnoreCase);
        if (_at.Line() is not { } guid) return;
        scope.Id.Offer(guid, Standing.Own);
        if (isLink && Reference.Scheme(guid) is { } scheme && scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase)) scope.Link.Offer(guid, Standing.Fallback);
    }

    private bool IsAtomElsewhere() => VocabularyHere() is Vocabulary.Atom && _format is FeedFormat.Rss or FeedFormat.Cdf;

    private Vocabulary VocabularyHere()
    {
        var uri = _at.Namespace;
        if (_vocabularies.TryGetValue(uri, out var known)) return known == Vocabulary.Other && !_at.HasPrefix ? Vocabulary.Rss : known;
        var found = Namespaces.Of(uri);
        // The root's own namespace is the feed's, whatever it is called; RDF's root is only a frame.
        if (found == Vocabulary.Other && uri == _ownNamespace) found = Vocabulary.Rss;
        _vocabularies[uri] = found;
        return found == Vocabulary.Other && !_at.HasPrefix ? Vocabulary.Rss : found;
    }
}
