using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Push;

/// <summary>Section "Sources" of the settings, as far as it is about being told of news.</summary>
public sealed class PushOptions
{
    /// <summary>The address at which the world reaches this program, such as https://bot.example.org; empty to do without hubs.</summary>
    public string PublicUrl { get; set; } = "";

    internal bool IsOn => PublicUrl.Length > 0;

    /// <summary>What a hub is told to call.</summary>
    internal string Address(string callback) => $"{PublicUrl.TrimEnd('/')}{PushDoor.Path}/{callback}";
}

/// <summary>One sentence for a wrong setting.</summary>
internal sealed class PushOptionsCheck : IValidateOptions<PushOptions>
{
    public ValidateOptionsResult Validate(string? name, PushOptions options) => (options.PublicUrl ?? "").Length == 0 || IsPublic(options.PublicUrl!)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Sources:PublicUrl '{options.PublicUrl}' is not an https address such as https://bot.example.org; leave it empty to do without hubs.");

    // Plain http is for trying it out on one machine.
    private static bool IsPublic(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0;
}
