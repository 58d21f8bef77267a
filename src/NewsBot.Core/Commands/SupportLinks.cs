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
}

/// <summary>Section "Support" of the settings.</summary>
public sealed class SupportOptions
{
    /// <summary>What stands above the links, in your own words; a plain sentence of ours when empty.</summary>
    public string Sentence { get; set; } = "";

    public IList<SupportLink> Links { get; set; } = [];
}

public sealed class SupportLink
{
    public string Label { get; set; } = "";
    public string Address { get; set; } = "";
}
