using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>Reads a person of Atom (name and email as elements) or of RSS (one line). The first of several is the author.</summary>
internal static class PersonElement
{
    public static void Read(ElementCursor at, Gathered scope, Term term, Standing standing)
    {
        // A managing editor or webmaster answers for the feed; an author's own name is a better answer.
        if (term is Term.Editor) standing = Standing.Module;
        scope.Author.Offer(Person(at), standing, keepsFirst: true);
    }

    private static FeedPerson? Person(ElementCursor at)
    {
        string? name = null, email = null;
        var text = new StringBuilder();
        at.Children(() =>
        {
            switch (at.Name.ToLowerInvariant())
            {
                case "name":
                    name ??= at.Line();
                    break;
                case "email":
                    email ??= at.Line();
                    break;
                case "uri" or "url" or "homepage":
                    at.Skip();
                    break;
                default:
                    text.Append(at.Line());
                    break;
            }
        }, text);
        if (name is null && email is null) return PersonLine.Read(at.Shown(text.ToString()));
        var line = PersonLine.Read(at.Shown(name));
        return new(line?.Name, email ?? line?.Email);
    }
}
