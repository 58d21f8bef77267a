using System.Text.Json.Serialization;

namespace NewsBot.Discord.Protocol;

/// <summary>What a message or a modal is built from (components/reference). Only written: what people send back is a <see cref="SubmittedComponent"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionRow), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(RoleSelect), 6)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
[JsonDerivedType(typeof(Section), 9)]
[JsonDerivedType(typeof(TextDisplay), 10)]
[JsonDerivedType(typeof(Thumbnail), 11)]
[JsonDerivedType(typeof(MediaGallery), 12)]
[JsonDerivedType(typeof(Separator), 14)]
[JsonDerivedType(typeof(Container), 17)]
[JsonDerivedType(typeof(Label), 18)]
internal abstract record Component;

/// <summary>Up to five buttons, or one select menu.</summary>
internal sealed record ActionRow(IReadOnlyList<Component> Components) : Component;

/// <summary>Opens a link (style Link with a URL) or comes back as a component interaction (any other style with a custom id of at most 100 characters).</summary>
internal sealed record Button(ButtonStyle Style, string? Label, string? CustomId = null, string? Url = null, bool? Disabled = null) : Component;

internal enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}

/// <summary>At most 25 options.</summary>
internal sealed record StringSelect(string CustomId, IReadOnlyList<SelectOption> Options, string? Placeholder = null, int? MinValues = null, int? MaxValues = null) : Component;

internal sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);

internal sealed record RoleSelect(string CustomId, string? Placeholder = null, int? MinValues = null, int? MaxValues = null) : Component;

internal sealed record ChannelSelect(string CustomId, IReadOnlyList<ChannelKind>? ChannelTypes = null, string? Placeholder = null) : Component;

/// <summary>Only in modals, within a <see cref="Label"/> or an <see cref="ActionRow"/>. Style 1 is one line, 2 is a paragraph.</summary>
internal sealed record TextInput(
    string CustomId, int Style, string? Label = null, int? MinLength = null, int? MaxLength = null, bool? Required = null, string? Value = null, string? Placeholder = null) : Component;

/// <summary>One to three texts with a button or a thumbnail beside them.</summary>
internal sealed record Section(IReadOnlyList<Component> Components, Component Accessory) : Component;

internal sealed record TextDisplay(string Content) : Component;

internal sealed record Thumbnail(MediaItem Media, string? Description = null) : Component;

internal sealed record MediaGallery(IReadOnlyList<GalleryItem> Items) : Component;

internal sealed record GalleryItem(MediaItem Media, string? Description = null);

internal sealed record MediaItem(string Url);

internal sealed record Separator(bool? Divider = null, int? Spacing = null) : Component;

internal sealed record Container(IReadOnlyList<Component> Components, int? AccentColor = null) : Component;

internal sealed record Label([property: JsonPropertyName("label")] string Text, Component Component, string? Description = null) : Component;
