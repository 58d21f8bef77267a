using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewsBot.Core.Chat;
using NewsBot.Local.Json;

namespace NewsBot.Local.Web;

/// <summary>In which language a browser wants to be spoken to, and GET /catalogue.js: the page's words in it.</summary>
internal static class Speech
{
    // Browsers send a handful; what comes behind them is no reader's wish.
    private const int MostWishes = 16;

    public static void Map(IEndpointRouteBuilder routes, Guard guard) => routes.MapGet("/catalogue.js", guard.Open(ServeAsync));

    /// <summary>The first of the browser's languages that the bot speaks; English when there is none.</summary>
    public static Language Of(HttpContext context) => Wishes(context.Request.Headers.AcceptLanguage.ToString()).OfType<Language>().FirstOrDefault();

    private static IEnumerable<Language?> Wishes(string header) => header.Split(',', MostWishes + 1).Take(MostWishes)
        .Select(wish => wish.Split(';', 2) is [var tag, var weight] ? (Tag: tag, Weight: Weight(weight)) : (Tag: wish, Weight: 1.0))
        .Where(wish => wish.Weight > 0)
        .OrderByDescending(wish => wish.Weight)
        .Select(wish => Languages.OfLocale(wish.Tag.Trim()));

    private static double Weight(string text) =>
        text.Trim() is ['q', '=', .. var number] && double.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var weight) ? weight : 0;

    private static async Task ServeAsync(HttpContext context)
    {
        var language = Of(context);
        var words = language is Language.English ? [] : PageWords.All.ToDictionary(phrase => phrase.English, phrase => phrase.In(language));
        var text = $"export const language = '{language.Code()}';\nexport const words = {JsonSerializer.Serialize(words, LocalJson.Kept.DictionaryStringString)};\n";
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept-Language";
        context.Response.ContentType = "text/javascript; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
    }
}
