using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace NewsBot.Local.Web;

/// <summary>
/// The access key and the cookie that stands for it. The cookie is a date signed with a key made from the access key: it survives a
/// restart, ends after 30 days or when the access key changes, and tells nobody what the key is.
/// </summary>
internal sealed class AccessKey(IOptions<LocalOptions> options, TimeProvider clock)
{
    private const string Cookie = "newsbot_key";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly byte[]? _key = options.Value.AccessKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;

    /// <summary>True when nobody needs a key, or the request carries a good cookie.</summary>
    public bool Holds(HttpRequest request)
    {
        if (_key is null) return true;
        if (request.Cookies[Cookie]?.Split('.') is not [var date, var signature]) return false;
        return long.TryParse(date, NumberStyles.None, CultureInfo.InvariantCulture, out var issued)
            && IsSame(Signature(_key, date), signature)
            && clock.GetUtcNow().ToUnixTimeSeconds() - issued < (long)Lifetime.TotalSeconds;
    }

    /// <summary>Takes the same time however much of the key is right.</summary>
    public bool IsRight(string typed) =>
        _key is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(typed)), SHA256.HashData(_key));

    public void Remember(HttpContext context)
    {
        var date = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(Cookie, $"{date}.{Signature(_key!, date)}", new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/",
        });
    }

    private static string Signature(byte[] key, string date)
    {
        var signer = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: "newsbot page cookie"u8.ToArray());
        return Convert.ToHexStringLower(HMACSHA256.HashData(signer, Encoding.UTF8.GetBytes(date)));
    }

    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
