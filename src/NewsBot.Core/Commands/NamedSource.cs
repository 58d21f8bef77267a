using NewsBot.Core.Chat;
using NewsBot.Core.Sources;

namespace NewsBot.Core.Commands;

/// <summary>The source that a command names, and what every command answers when there is none of that name.</summary>
internal sealed class NamedSource(IWebSources sources, IEnumerable<IArticleSource> folders)
{
    public static readonly TextOption Key = new("source", new("which source"), 64) { IsRequired = true, Suggestions = Suggestions.Sources };

    private static readonly Phrase Unknown = new("There is no source '{0}'.");
    private static readonly Phrase DidYouMean = new(" Did you mean '{0}'?");
    private static readonly Phrase SeeList = new(" Type source list to see them all.");
    private static readonly Phrase IsFolder = new("'{0}' is a folder; it is set in appsettings.json, under Sources:Folders.");

    public static string KeyOf(Call call) => call.Ask(Key).ToLowerInvariant();

    /// <param name="line">The command's own path, for a button with the name that was probably meant.</param>
    public async Task<(WebSource? Source, Reply? Complaint)> FindAsync(Call call, string line, CancellationToken stop)
    {
        var key = KeyOf(call);
        if (await sources.FindAsync(key, stop) is { } state) return (state.Source, null);
        if (folders.Any(folder => folder.Key == key)) return (null, Reply.Private(call.Say(IsFolder, key)));
        var near = Nearest.To(key, (await sources.AllAsync(stop)).Select(other => other.Source.Key));
        return (null, near is null
            ? Reply.Private(call.Say(Unknown, key) + call.Say(SeeList), Button.Type("source list", "source list"))
            : Reply.Private(call.Say(Unknown, key) + call.Say(DidYouMean, near), Button.Type(near, $"{line} {near}")));
    }
}
