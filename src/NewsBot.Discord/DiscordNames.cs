namespace NewsBot.Discord;

/// <summary>
/// What commands and options are called in other languages than English. Discord shows these names and still sends the English ones; they are lower case, up to 32 letters
/// (interactions/application-commands, Naming). A test holds that every word of the commands is here.
/// </summary>
internal static class DiscordNames
{
    private static readonly Dictionary<string, string> Ukrainian = new(StringComparer.Ordinal)
    {
        ["latest"] = "останні",
        ["onthisday"] = "цього-дня",
        ["search"] = "пошук",
        ["read"] = "читати",
        ["support"] = "підтримати",
        ["topics"] = "теми",
        ["why"] = "чому",
        ["owed"] = "черга",
        ["help"] = "довідка",
        ["about"] = "про-бота",
        ["subscribe"] = "підписати",
        ["unsubscribe"] = "відписати",
        ["topic"] = "тема",
        ["add"] = "додати",
        ["edit"] = "змінити",
        ["remove"] = "прибрати",
        ["test"] = "випробувати",
        ["settings"] = "налаштування",
        ["pause"] = "пауза",
        ["withdraw"] = "відкликати",
        ["do"] = "дія",
        ["resume"] = "продовжити",
        ["status"] = "стан",
        ["source"] = "джерела",
        ["list"] = "список",
        ["reload"] = "перечитати",
        ["day"] = "день",
        ["count"] = "кількість",
        ["page"] = "сторінка",
        ["words"] = "слова",
        ["article"] = "стаття",
        ["command"] = "команда",
        ["rule"] = "правило",
        ["name"] = "назва",
        ["value"] = "значення",
        ["channel"] = "канал",
        ["whose"] = "чий",
        ["route"] = "маршрут",
        ["place"] = "місце",
        ["outlet"] = "спільна-підписка",
        ["new"] = "нова",
        ["join"] = "приєднати",
        ["leave"] = "вийти",
        ["show"] = "показати",
        ["code"] = "код",
        ["digest"] = "дайджест",
        ["preview"] = "попередньо",
        ["breaking"] = "термінове",
        ["sensitive"] = "чутливе",
        ["sure"] = "певно",
        ["set"] = "задати",
        ["doctor"] = "оглянути",
        ["import"] = "узяти",
        ["export"] = "віддати",
        ["confirm"] = "підтвердити",
        ["address"] = "адреса",
    };

    /// <summary>Null when there is none; then the English name is shown.</summary>
    public static IReadOnlyDictionary<string, string>? Of(string name) => Ukrainian.TryGetValue(name, out var word) ? new Dictionary<string, string> { ["uk"] = word } : null;
}
