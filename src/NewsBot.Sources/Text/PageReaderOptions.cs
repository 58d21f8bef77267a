using NewsBot.Core.Articles;

namespace NewsBot.Sources.Text;

/// <param name="Zone">Where a date without a zone of its own was written.</param>
public sealed record PageReaderOptions(TimeZoneInfo Zone, ILanguageGuesser Languages);
