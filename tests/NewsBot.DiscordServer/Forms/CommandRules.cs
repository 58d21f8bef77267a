using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.DiscordApi;

/// <summary>The documentation's page "Application Commands": names, lengths, nesting, order, and 8,000 characters for all of one command.</summary>
internal static partial class CommandRules
{
    private const int SubCommand = 1, Group = 2, Text = 3, Whole = 4, Real = 10, MostCharacters = 8000;

    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr",
        "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    public static void Check(Form command, bool isPatch = false)
    {
        var type = command.OneOf("type", [1, 2, 3, 4]) ?? 1;
        CheckName(command, type == 1, required: !isPatch);
        if (type == 1)
        {
            command.Text("description", 100, 1, required: !isPatch);
            CheckLocalized(command, "description_localizations", 1, 100);
            CheckOptions(command, depth: 0);
        }
        else if (command.Text("description", 100) is { Length: > 0 })
        {
            command.Wrong("description", "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", "Context menu commands cannot have description");
        }
        command.Flag("nsfw");
        if (command.Text("default_member_permissions", 32) is { } bits && !ulong.TryParse(bits, out _))
            command.Wrong("default_member_permissions", "NUMBER_TYPE_COERCE", $"Value \"{bits}\" is not int.");
        CheckSet(command, "contexts", 2);
        CheckSet(command, "integration_types", 1);
        if (Size(command.Body) > MostCharacters) command.Wrong("", "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostCharacters})");
    }

    private static void CheckName(Form it, bool isSlash, bool required)
    {
        if (it.Text("name", 32, 1, required) is { } name && isSlash) CheckName(it, "name", name);
        CheckLocalized(it, "name_localizations", 1, 32);
        if (isSlash && it.Body["name_localizations"] is JsonObject localized)
            foreach (var (locale, _) in localized)
                if (localized.Text(locale) is { } text) CheckName(it, $"name_localizations.{locale}", text);
    }

    private static void CheckName(Form it, string at, string name)
    {
        if (!Name().IsMatch(name) || name.Any(char.IsUpper))
            it.Wrong(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    private static void CheckLocalized(Form it, string name, int least, int most)
    {
        if (it.Inner(name) is not { } localized) return;
        foreach (var (locale, text) in localized.Body)
        {
            if (!Locales.Contains(locale)) localized.Wrong(locale, "LOCALE_INVALID", $"Locale \"{locale}\" is not supported");
            if (text is not null) localized.Text(locale, most, least);
        }
    }

    private static void CheckOptions(Form parent, int depth)
    {
        HashSet<string> names = [];
        var optional = false;
        var options = parent.Forms("options", 25);
        var sub = options.Count(it => it.Body.Number("type") is SubCommand or Group);
        if (sub > 0 && sub < options.Count) parent.Wrong("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        foreach (var option in options)
        {
            var type = option.OneOf("type", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], required: true);
            CheckName(option, isSlash: true, required: true);
            option.Text("description", 100, 1, required: true);
            CheckLocalized(option, "description_localizations", 1, 100);
            if (option.Body.Text("name") is { } name && !names.Add(name)) option.Wrong("name", "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE", "Option name must be unique");
            CheckNesting(option, type, depth);
            if (type is null or SubCommand or Group) continue;
            var required = option.Flag("required");
            if (required && optional) option.Wrong("required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optional |= !required;
            CheckValue(option, (int)type);
        }
    }

    private static void CheckNesting(Form option, long? type, int depth)
    {
        if (type == SubCommand && depth > 1 || type == Group && depth > 0)
            option.Wrong("type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands and groups can not be nested so deep");
        else if (type is SubCommand or Group) CheckOptions(option, type == SubCommand ? 2 : 1);
        else if (option.Body["options"] is JsonArray { Count: > 0 }) option.Wrong("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Only sub-commands and groups have options");
        if (type == SubCommand && option.Body["options"] is JsonArray inner && inner.OfType<JsonObject>().Any(it => it.Number("type") is SubCommand or Group))
            option.Wrong("options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A sub-command has no sub-commands");
    }

    private static void CheckValue(Form option, int type)
    {
        var choices = option.Forms("choices", 25);
        foreach (var choice in choices)
        {
            choice.Text("name", 100, 1, required: true);
            CheckLocalized(choice, "name_localizations", 1, 100);
            if (type == Text) choice.Text("value", 100, 1, required: true);
            else if (choice.Body["value"] is null) choice.Wrong("value", "BASE_TYPE_REQUIRED", "This field is required");
        }
        if (choices.Count > 0 && type is not (Text or Whole or Real)) option.Wrong("choices", "APPLICATION_COMMAND_OPTION_CHOICES_TYPE_INVALID", "This option type has no choices");
        if (!option.Flag("autocomplete")) { }
        else if (choices.Count > 0) option.Wrong("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", "Autocomplete and choices are mutually exclusive");
        else if (type is not (Text or Whole or Real)) option.Wrong("autocomplete", "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_TYPE_INVALID", "This option type has no autocomplete");
        foreach (var bound in (string[])["min_value", "max_value"])
            if (option.Has(bound) && type is not (Whole or Real)) option.Wrong(bound, "APPLICATION_COMMAND_OPTION_BOUND_TYPE_INVALID", "Only numbers have bounds");
        foreach (var bound in (string[])["min_length", "max_length"])
            if (option.Number(bound, bound == "min_length" ? 0 : 1, 6000) is not null && type != Text) option.Wrong(bound, "APPLICATION_COMMAND_OPTION_BOUND_TYPE_INVALID", "Only strings have lengths");
    }

    private static void CheckSet(Form it, string name, int most)
    {
        var seen = new HashSet<long>();
        foreach (var (index, node) in it.Array(name, most + 1).Index())
        {
            if (node is not JsonValue value || Json.Number(value) is not { } number || number < 0 || number > most) it.Wrong($"{name}.{index}", "BASE_TYPE_CHOICES", $"Value must be one of {{0..{most}}}.");
            else if (!seen.Add(number)) it.Wrong(name, "SET_TYPE_CONTAINS_DUPLICATES", "The field must contain unique values.");
        }
    }

    /// <summary>Characters of names, descriptions and values; of a localised text the longest form counts.</summary>
    private static int Size(JsonObject it)
    {
        var size = Longest(it, "name") + Longest(it, "description") + (it.Text("value")?.Length ?? 0);
        foreach (var list in (string[])["options", "choices"])
            size += (it[list] as JsonArray ?? []).OfType<JsonObject>().Sum(Size);
        return size;
    }

    private static int Longest(JsonObject it, string name)
    {
        var localized = it[$"{name}_localizations"] as JsonObject ?? [];
        return localized.Select(pair => localized.Text(pair.Key)?.Length ?? 0).Append(it.Text(name)?.Length ?? 0).Max();
    }

    // The documentation's pattern, with the two scripts that .NET has no \p{sc=} for as blocks.
    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
