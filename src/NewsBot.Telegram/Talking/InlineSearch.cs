using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.InlineQueryResults;

namespace NewsBot.Telegram.Talking;

/// <summary>"@bot words" in any chat: searches the archive, or shows the newest without words. The same for everybody, so Telegram may keep the answer a while.</summary>
internal sealed class InlineSearch(IArchive archive, TelegramConnection connection, TelegramCards cards, SupportLinks support, IOptions<TelegramOptions> options)
{
    /// <summary>Results of one answer; Telegram shows at most 50.</summary>
    private const int PerAnswer = 20;

    private const int Most = 200;

    // Whoever chooses a result shows it to people whose settings we do not know.
    private static readonly ChannelSettings Anywhere = new();

    public async Task HandleAsync(InlineQuery asked, CancellationToken stop)
    {
        var skip = int.TryParse(asked.Offset, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? Math.Min(offset, Most) : 0;
        var (articles, hasMore) = await FindAsync(asked.Query, skip, stop);
        var next = hasMore && skip + PerAnswer < Most ? (skip + PerAnswer).ToString(CultureInfo.InvariantCulture) : "";
        try
        {
            await connection.Client.AnswerInlineQuery(
                asked.Id, articles.Select(Result), cacheTime: (int)options.Value.InlineCache.TotalSeconds, isPersonal: false, nextOffset: next, cancellationToken: stop);
        }
        catch (global::Telegram.Bot.Exceptions.ApiRequestException failure) when (failure.ErrorCode == 400)
        {
            // The question is too old: whoever asked has typed on.
        }
    }

    private async Task<(IReadOnlyList<Article> Articles, bool HasMore)> FindAsync(string text, int skip, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            var latest = await archive.LatestAsync(new(Skip: skip, Take: PerAnswer + 1), stop);
            return (latest.Take(PerAnswer).ToArray(), latest.Count > PerAnswer);
        }
        var found = await archive.SearchAsync(SearchQuery.Parse(text, skip, PerAnswer, isTyping: true), stop);
        return (found.Hits.Select(hit => hit.Article).ToArray(), found.HasMore);
    }

    private InlineQueryResult Result(Article article)
    {
        // A message sent by way of us cannot hold a picture of ours and pressing its buttons tells us no chat: both lead to the private chat.
        var card = CardFitter.Fit(ArticleCard.Of(article, Anywhere, support.Any), TelegramCards.Limits);
        var drawn = cards.Draw(card, default, default, opensPrivately: true);
        return new InlineQueryResultArticle(article.Id.Value, CardFitter.Cut(article.Title, 120),
            new InputTextMessageContent { MessageText = drawn.Text, Entities = [.. drawn.Entities], LinkPreviewOptions = drawn.Preview })
        {
            Description = CardFitter.Cut(article.Summary, 160),
            ReplyMarkup = drawn.Keyboard,
        };
    }
}
