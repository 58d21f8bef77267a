namespace NewsBot.Sources.Opml;

/// <summary>A list of feeds, as readers write it to hand it to one another.</summary>
/// <param name="Feeds">Each address once, in the order of the file.</param>
internal sealed record OpmlList(IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<OpmlProblem> Problems);

/// <param name="Title">One line; empty when the file names none.</param>
/// <param name="Folders">Names of all folders that it stands in, outer ones first.</param>
internal sealed record OpmlFeed(Uri Address, string Title, IReadOnlyList<string> Folders);

/// <summary>Something in the file that was not taken, or not as it stood.</summary>
/// <param name="Where">What the file calls it; empty when it is about the whole file.</param>
/// <param name="What">One sentence for a person.</param>
public sealed record OpmlProblem(string Where, string What)
{
    public override string ToString() => Where.Length > 0 ? $"{Where}: {What}" : What;
}
