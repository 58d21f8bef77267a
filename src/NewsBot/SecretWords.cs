using Microsoft.Extensions.Configuration;

namespace NewsBot;

/// <summary>
/// The last net below everything that is written: whatever a library puts into a message, the secrets of the settings do not come out. Nothing should
/// ever be caught in it.
/// </summary>
internal sealed class SecretWords
{
    private static readonly string[] Names = ["Telegram:Token", "Discord:Token", "Local:AccessKey", "Storage:ConnectionString", "Writer:Key"];

    private readonly string[] _secrets;

    public SecretWords(IConfiguration configuration) =>
        _secrets = [.. Names.Select(name => configuration[name]).OfType<string>().Where(secret => secret.Length >= 8).SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) }).Distinct()];

    public string Hide(string text)
    {
        foreach (var secret in _secrets) text = text.Replace(secret, "[hidden]", StringComparison.Ordinal);
        return text;
    }
}
