using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Commands;

/// <summary>The donation page and the like. Only these addresses are ever shown as a way to give.</summary>
public sealed class SupportLinks(IOptions<SupportOptions> options)
{
    public string? Sentence { get; } = options.Value.Sentence is { Length: > 0 } sentence ? sentence : null;

    public IReadOnlyList<(string Label, string Address)> Links { get; } =
        options.Value.Links.Select(link => (link.Label, Address: WebAddress.OrNull(link.Address)!)).ToArray();

    public bool Any => Links.Count > 0;

    /// <inheritdoc cref="SupportOptions.EveryPosts"/>
    public int EveryPosts { get; } = options.Value.EveryPosts;

    /// <inheritdoc cref="SupportOptions.PerDay"/>
    public int PerDay { get; } = options.Value.PerDay;
}

/// <summary>Section "Support" of the settings.</summary>
public sealed class SupportOptions
{
    /// <summary>What stands above the links, in your own words; a plain sentence of ours when empty.</summary>
    public string Sentence { get; set; } = "";

    public IList<SupportLink> Links { get; set; } = [];

    /// <summary>Of so many posts in a channel, one at most carries a button to support the newsroom; 0: none ever does.</summary>
    public int EveryPosts { get; set; } = 5;

    /// <summary>The most such buttons in a channel on one day, by the channel's clock.</summary>
    public int PerDay { get; set; } = 3;
}

public sealed class SupportLink
{
    public string Label { get; set; } = "";
    public string Address { get; set; } = "";
}
