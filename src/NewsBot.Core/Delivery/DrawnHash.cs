using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Chat;

namespace NewsBot.Core.Delivery;

/// <summary>Sixteen letters and digits that are the same for cards that say the same; buttons do not count.</summary>
public static class DrawnHash
{
    public static string Of(Card card) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{card.Title}\n{card.Link}\n{card.Body}\n{card.Image?.Key}\n{card.Footer}{string.Concat(card.Fields.Select(it => $"\n{it.Name}\n{it.Value}"))}")).AsSpan(0, 8));
}
