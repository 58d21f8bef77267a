using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Writing;

/// <summary>
/// Gives an article the summary of a writer, if there is one, its words pass <see cref="Faithfulness"/> and they come in time; else the article keeps its own. Each
/// article is asked for once in a language, and what came of it is kept.
/// </summary>
public sealed partial class Dresser(IWriter writer, Faithfulness check, WrittenBook book, IOptions<WritingOptions> options, TimeProvider clock, ILogger<Dresser> log)
{
    private readonly ConcurrentDictionary<string, Task<string?>> _asked = new(StringComparer.Ordinal);
    private readonly WriterRest _rest = new(clock);

    /// <returns>Within <see cref="WritingOptions.HoldsPost"/>, whatever the writer does.</returns>
    public async Task<Article> DressAsync(Article article, ChannelSettings settings, CancellationToken stop)
    {
        if (!writer.IsOn || settings.Style is not PostStyle.Full || article.Content.Body.Count == 0) return article;
        var commission = new Commission(article.Content, LanguageOf(article, settings));
        var name = NameOf(article, commission);
        var asked = _asked.GetOrAdd(name, _ => Task.Run(() => AskAsync(article.Id, name, commission), CancellationToken.None));
        try
        {
            var written = await asked.WaitAsync(options.Value.HoldsPost, clock, stop);
            return written is null ? article : article with { Summary = written, IsMachineWritten = true };
        }
        catch (TimeoutException)
        {
            return article;
        }
    }

    private async Task<string?> AskAsync(ArticleId article, string name, Commission commission)
    {
        try
        {
            if (await book.FindAsync(name) is { } known) return known.Text;
            if (_rest.IsResting || !await book.SpendAsync(options.Value.PerDay)) return null;
            var written = (await writer.WriteAsync(commission, CancellationToken.None)).Trim();
            _rest.Worked();
            var objection = check.Objection(written, commission);
            await book.KeepAsync(name, new(writer.Model, objection is null ? written : null));
            if (objection is null) return written;
            LogRefused(article, objection);
        }
        catch (WriterException failure)
        {
            LogFailed(article, failure.Message, _rest.Failed());
        }
        catch (Exception failure)
        {
            LogFailed(article, failure.Message, _rest.Failed());
        }
        finally
        {
            _asked.TryRemove(name, out _);
        }
        return null;
    }

    private string LanguageOf(Article article, ChannelSettings settings) =>
        options.Value.Language is "channel" || article.Content.Language is null ? Culture.Of(settings.Language).TwoLetterISOLanguageName : article.Content.Language;

    // A corrected article is another one to the writer.
    private static string NameOf(Article article, Commission commission)
    {
        var text = string.Join('\n', [article.Title, article.Content.Deck ?? "", .. article.Content.Body]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
        return string.Create(CultureInfo.InvariantCulture, $"{article.Id} {commission.Language} {hash}");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The written summary of {Article} is not used: {Why}.")]
    private partial void LogRefused(ArticleId article, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The writer could not summarise {Article} and is left alone for {Rest}: {Why}")]
    private partial void LogFailed(ArticleId article, string why, TimeSpan rest);
}
