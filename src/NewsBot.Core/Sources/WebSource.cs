using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Sources;

/// <summary>A feed or a page on the web that is asked again and again. Folders are sources of another kind and not among these.</summary>
/// <param name="Key">Short and stable, stored with each article; small letters, digits and hyphens, as <see cref="Topics.Topic.IsKey"/> says.</param>
/// <param name="Address">Where it is asked; follows the site when it moves for good. May hold a secret of the site's, so people are shown <see cref="Place"/>.</param>
public sealed record WebSource(string Key, Uri Address, WebSourceKind Kind)
{
    /// <summary>No source is asked again sooner, whoever wishes it.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromMinutes(5);

    /// <summary>What the site calls itself; one line.</summary>
    public string Title { get; init; } = "";

    public WebSourceSettings Settings { get; init; } = new();

    /// <summary>Where those are who added it, and who are told when it fails; null when it stands in the settings file.</summary>
    public ChannelRef? AddedIn { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Set while it is not asked.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>Why, in a sentence; null when a moderator paused it.</summary>
    public string? PausedWhy { get; init; }

    /// <summary>The address without user, query and fragment.</summary>
    public string Place => Address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}

public enum WebSourceKind
{
    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A page whose links lead to articles.</summary>
    Page,
}

/// <param name="IsTrusted">Its word is enough to take a post down again.</param>
/// <param name="CompletesText">Short articles are completed from the page that they link to.</param>
/// <param name="ShowsImages">Posts of its articles show pictures.</param>
/// <param name="Topics">Topic keys that each of its articles belongs to, whatever it says.</param>
/// <param name="Language">ISO 639-1 code for articles that name none; null to guess.</param>
/// <param name="Zone">IANA time zone of dates that name none.</param>
public sealed record WebSourceSettings(
    bool IsTrusted = false,
    bool CompletesText = false,
    bool ShowsImages = true,
    IReadOnlyList<string>? Topics = null,
    string? Language = null,
    string Zone = "UTC");
