using NewsBot.Core.Chat;

namespace NewsBot.Sources.Text;

/// <summary>Where a picture lies: an absolute http(s) address, or a path within the article's folder.</summary>
internal static class PictureAddress
{
    /// <returns>Null for anything that leads out of the folder or is no picture's path; who opens the file checks again.</returns>
    public static string? OrNull(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal)) return WebAddress.OrNull(text);
        var path = text.Replace('\\', '/').Trim();
        if (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        var isInside = !path.StartsWith('/') && !path.Contains(':') && !path.Split('/').Contains("..");
        return isInside && FieldLine.IsPicturePath(path) ? path : null;
    }
}
