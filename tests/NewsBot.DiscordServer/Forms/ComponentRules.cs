namespace NewsBot.DiscordApi;

/// <summary>The documentation's "Component Reference": what may stand where, how long, and that custom ids do not repeat.</summary>
internal sealed class ComponentRules
{
    private const int Row = 1, Button = 2, StringSelect = 3, TextInput = 4, Section = 9, TextDisplay = 10, Thumbnail = 11, Gallery = 12, File = 13, Separator = 14, Container = 17, Label = 18;
    private const int MostComponents = 40, MostText = 4000;

    private static readonly long[] Selects = [StringSelect, 5, 6, 7, 8];
    private static readonly long[] ButtonsAndSelects = [Button, .. Selects];
    private static readonly long[] InContainer = [Row, Section, TextDisplay, Gallery, File, Separator];

    private readonly HashSet<string> _customIds = [];
    private readonly bool _isV2;
    private int _count, _text;

    private ComponentRules(bool isV2) => _isV2 = isV2;

    /// <summary>Checks the components of a message.</summary>
    public static void CheckMessage(Form message, bool isV2)
    {
        var rules = new ComponentRules(isV2);
        foreach (var component in message.Forms("components", isV2 ? MostComponents : 5)) rules.Check(component, isV2 ? [.. InContainer, Container] : [Row]);
        if (rules._count > MostComponents && isV2) message.Wrong("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", $"The maximum number of components in a message is {MostComponents}.");
        if (rules._text > MostText) message.Wrong("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", $"Component displayable text size exceeds maximum size of {MostText}");
    }

    /// <summary>Checks the components of a modal: rows with a text input, labels, text displays.</summary>
    public static void CheckModal(Form modal)
    {
        var rules = new ComponentRules(isV2: true);
        foreach (var component in modal.Forms("components", 5, 1, required: true)) rules.Check(component, [Row, TextDisplay, Label], inModal: true);
    }

    private void Check(Form it, long[] allowed, bool inModal = false)
    {
        _count++;
        switch (it.OneOf("type", allowed, required: true))
        {
            case Row: CheckRow(it, inModal); break;
            case Button: CheckButton(it); break;
            case TextInput: CheckTextInput(it); break;
            case Section:
                Each(it, 3, [TextDisplay]);
                One(it, "accessory", [Button, Thumbnail]);
                break;
            case TextDisplay: _text += it.Text("content", MostText, 1, required: true)?.Length ?? 0; break;
            case Thumbnail: CheckMedia(it); break;
            case Gallery:
                foreach (var item in it.Forms("items", 10, 1, required: true)) CheckMedia(item);
                break;
            case File: it.Inner("file", required: true)?.Link("url", 2048, required: true, "attachment"); break;
            case Separator: it.OneOf("spacing", [1, 2]); break;
            case Container:
                it.Number("accent_color", 0, 0xFFFFFF);
                Each(it, MostComponents, InContainer);
                break;
            case Label:
                it.Text("label", 45, 1, required: true);
                it.Text("description", 100);
                One(it, "component", [TextInput, .. Selects, 19]);
                break;
            case 19: TakeCustomId(it); break;
            case { } select when Selects.Contains(select): CheckSelect(it, select); break;
        }
    }

    private void CheckRow(Form row, bool inModal)
    {
        if (inModal)
        {
            Each(row, 1, [TextInput]);
            return;
        }
        var hasSelect = (row.Body["components"] as System.Text.Json.Nodes.JsonArray ?? []).OfType<System.Text.Json.Nodes.JsonObject>().Any(it => Selects.Contains(it.Number("type") ?? 0));
        Each(row, hasSelect ? 1 : 5, ButtonsAndSelects);
    }

    private void CheckButton(Form it)
    {
        var label = it.Text("label", 80);
        var style = it.OneOf("style", [1, 2, 3, 4, 5, 6], required: true);
        if (string.IsNullOrEmpty(label) && !it.Has("emoji") && style != 6) it.Wrong("", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji");
        if (style == 5) it.Link("url", 512, required: true, "discord");
        if (style is 5 or 6 && it.Has("custom_id")) it.Wrong("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        if (style is 1 or 2 or 3 or 4)
        {
            TakeCustomId(it);
            if (it.Has("url")) it.Wrong("url", "BUTTON_COMPONENT_URL_NOT_ALLOWED", "Only link buttons have a url");
        }
    }

    private void CheckSelect(Form it, long type)
    {
        TakeCustomId(it);
        it.Text("placeholder", 150);
        var least = it.Number("min_values", 0, 25) ?? 1;
        var most = it.Number("max_values", 1, 25) ?? 1;
        if (least > most) it.Wrong("min_values", "SELECT_COMPONENT_MIN_VALUES_OVER_MAX", "min_values must not exceed max_values");
        if (type != StringSelect) return;
        var options = it.Forms("options", 25, 1, required: true);
        HashSet<string> values = [];
        foreach (var option in options)
        {
            option.Text("label", 100, 1, required: true);
            option.Text("description", 100);
            if (option.Text("value", 100, 1, required: true) is { } value && !values.Add(value))
                option.Wrong("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }
        if (options.Count > 0 && most > options.Count) it.Wrong("max_values", "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE", "max_values must not exceed the number of options");
        if (options.Count(option => option.Flag("default")) > most) it.Wrong("options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many default values");
    }

    private void CheckTextInput(Form it)
    {
        TakeCustomId(it);
        it.OneOf("style", [1, 2], required: true);
        it.Text("label", 45);
        it.Number("min_length", 0, 4000);
        it.Number("max_length", 1, 4000);
        it.Text("value", 4000);
        it.Text("placeholder", 100);
    }

    private static void CheckMedia(Form it)
    {
        it.Inner("media", required: true)?.Link("url", 2048, required: true, "attachment");
        it.Text("description", 1024);
    }

    private void TakeCustomId(Form it)
    {
        if (it.Text("custom_id", 100, 1, required: true) is { } id && !_customIds.Add(id))
            it.Wrong("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    private void Each(Form it, int most, long[] allowed)
    {
        foreach (var inner in it.Forms("components", most, 1, required: true)) Check(inner, allowed);
    }

    private void One(Form it, string name, long[] allowed)
    {
        if (it.Inner(name, required: true) is { } inner) Check(inner, allowed);
    }
}
