using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Core.Articles;

/// <summary>
/// The short name of an article: 12 letters and digits that a person can type and a button can carry.
/// It is 60 bits of the SHA-256 of the article's identity, in Crockford's base 32 (no i, l, o, u), lower case.
/// </summary>
public readonly record struct ArticleId(string Value)
{
    public const int Length = 12;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <param name="identity">What stays the same when the article is changed: its link, else its place within its source.</param>
    public static ArticleId Of(string identity)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(identity));
        return new(string.Create(Length, hash, static (letters, hash) =>
        {
            var bits = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
            for (var i = 0; i < letters.Length; i++, bits <<= 5)
                letters[i] = Alphabet[(int)(bits >> 59)];
        }));
    }

    /// <summary>True when the text has the shape of an id; it says nothing about whether such an article exists.</summary>
    public static bool TryParse(string text, out ArticleId id)
    {
        id = new(text.Trim().ToLowerInvariant());
        return id.Value.Length == Length && id.Value.All(Alphabet.Contains);
    }

    public override string ToString() => Value;
}
