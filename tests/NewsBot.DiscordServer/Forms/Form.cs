using System.Text.Json.Nodes;

namespace NewsBot.DiscordApi;

/// <summary>Everything wrong with one body, as the tree that comes with code 50035.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public bool Any => _tree.Count > 0;

    public void Add(string path, string code, string message)
    {
        var at = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at[step] is not JsonObject) at[step] = new JsonObject();
            at = (JsonObject)at[step]!;
        }
        if (at["_errors"] is not JsonArray list) at["_errors"] = list = [];
        list.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void ThrowIfAny()
    {
        if (Any) throw new ApiException(new(400, 50035, "Invalid Form Body"), _tree);
    }

    public static ApiException Single(string path, string code, string message)
    {
        var errors = new FormErrors();
        errors.Add(path, code, message);
        return new(new(400, 50035, "Invalid Form Body"), errors._tree);
    }
}

/// <summary>An object of a body, read member by member; what is wrong is noted and read as absent. Lengths are UTF-16 units, which is never laxer than Discord.</summary>
internal sealed class Form(JsonObject it, FormErrors errors, string path = "")
{
    public JsonObject Body => it;

    public FormErrors Errors => errors;

    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public void Wrong(string name, string code, string message) => errors.Add(name.Length == 0 ? path : At(name), code, message);

    public bool Has(string name) => it[name] is not null;

    public string? Text(string name, int most, int least = 0, bool required = false)
    {
        if (!Present(name, required)) return null;
        if (it[name] is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            Wrong(name, "STRING_TYPE_CONVERT", "Could not convert input to a string.");
            return null;
        }
        if (text.Length > most || text.Length < least)
        {
            if (required && text.Length == 0) Wrong(name, "BASE_TYPE_REQUIRED", "This field is required");
            else if (least > 0) Wrong(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
            else Wrong(name, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        }
        return text;
    }

    public long? Number(string name, long least, long most, bool required = false)
    {
        if (!Present(name, required)) return null;
        if (it[name] is not JsonValue value || Json.Number(value) is not { } number)
        {
            Wrong(name, "NUMBER_TYPE_COERCE", $"Value \"{it[name]}\" is not int.");
            return null;
        }
        if (number < least) Wrong(name, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {least}.");
        if (number > most) Wrong(name, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {most}.");
        return number;
    }

    public long? OneOf(string name, long[] allowed, bool required = false)
    {
        if (Number(name, long.MinValue, long.MaxValue, required) is not { } number) return null;
        if (allowed.Contains(number)) return number;
        Wrong(name, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed)}}}.");
        return null;
    }

    public bool Flag(string name)
    {
        if (!Present(name, required: false)) return false;
        if (it[name] is JsonValue value && value.TryGetValue<bool>(out var flag)) return flag;
        Wrong(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return false;
    }

    public ulong? Id(string name, bool required = false)
    {
        if (!Present(name, required)) return null;
        if (Json.Id(it[name]) is { } id) return id;
        Wrong(name, "NUMBER_TYPE_COERCE", $"Value \"{it[name]}\" is not snowflake.");
        return null;
    }

    public JsonArray Array(string name, int most, int least = 0, bool required = false)
    {
        if (!Present(name, required)) return [];
        if (it[name] is not JsonArray array)
        {
            Wrong(name, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }
        if (array.Count > most || array.Count < least)
            Wrong(name, "BASE_TYPE_BAD_LENGTH", least > 0 ? $"Must be between {least} and {most} in length." : $"Must be {most} or fewer in length.");
        return array;
    }

    /// <summary>The objects of a list, each with its place in the error tree.</summary>
    public IReadOnlyList<Form> Forms(string name, int most, int least = 0, bool required = false)
    {
        List<Form> forms = [];
        foreach (var (index, node) in Array(name, most, least, required).Index())
        {
            if (node is JsonObject inner) forms.Add(new(inner, errors, At($"{name}.{index}")));
            else errors.Add(At($"{name}.{index}"), "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }
        return forms;
    }

    public Form? Inner(string name, bool required = false)
    {
        if (!Present(name, required)) return null;
        if (it[name] is JsonObject inner) return new(inner, errors, At(name));
        Wrong(name, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return null;
    }

    public string? Link(string name, int most = 2048, bool required = false, params string[] more)
    {
        var text = Text(name, most, required: required);
        if (string.IsNullOrEmpty(text)) return null;
        var scheme = text.Split(':')[0].ToLowerInvariant();
        if (!scheme.Contains('/', StringComparison.Ordinal) && scheme is not ("http" or "https") && !more.Contains(scheme))
            Wrong(name, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{scheme}\" is not supported. Scheme must be one of ('http', 'https'{string.Concat(more.Select(it => $", '{it}'"))}).");
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || (scheme is "http" or "https" && url.Host.Length == 0))
            Wrong(name, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        return text;
    }

    private bool Present(string name, bool required)
    {
        if (it[name] is not null) return true;
        if (required) Wrong(name, "BASE_TYPE_REQUIRED", "This field is required");
        return false;
    }
}
