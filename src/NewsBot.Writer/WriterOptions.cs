using Microsoft.Extensions.Options;

namespace NewsBot.Writer;

/// <summary>Section "Writer" of the settings, as far as it is about whom to ask. Without a model there is no writer.</summary>
public sealed class WriterOptions
{
    /// <summary>"openai" for any service that speaks OpenAI's protocol, "ollama" for Ollama.</summary>
    public string Kind { get; set; } = "openai";

    /// <summary>Where it listens, such as http://127.0.0.1:11434 for Ollama or https://api.openai.com/v1.</summary>
    public string Address { get; set; } = "";

    /// <summary>The model's name there; empty for no writer.</summary>
    public string Model { get; set; } = "";

    /// <summary>A key, where one is asked for.</summary>
    public string Key { get; set; } = "";

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public bool IsOn => Model.Length > 0;

    /// <summary>Ollama speaks OpenAI's protocol below /v1 (docs/openai.md of Ollama).</summary>
    public Uri Endpoint => Kind is "ollama" && !Address.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal)
        ? new($"{Address.TrimEnd('/')}/v1")
        : new(Address.TrimEnd('/'));
}

internal sealed class WriterOptionsCheck : IValidateOptions<WriterOptions>
{
    public ValidateOptionsResult Validate(string? name, WriterOptions options) =>
        Complaint(options) is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;

    private static string? Complaint(WriterOptions options)
    {
        if (!options.IsOn) return options.Address.Length > 0 ? "Writer:Model: write the name of the model too, or leave Writer:Address empty for no writer." : null;
        if (options.Kind is not ("openai" or "ollama")) return $"Writer:Kind is openai or ollama, not '{options.Kind}'.";
        if (!IsAddress(options.Address)) return $"Writer:Address '{options.Address}' is not an address; write one such as http://127.0.0.1:11434.";
        return options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(10) ? "Writer:Timeout: write a time from 00:00:01 to 00:10:00." : null;
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.Host.Length > 0 && address.UserInfo.Length == 0;
}
