using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Core.Chat;
using NewsBot.Core.Commands;

namespace NewsBot.Tests.Words;

/// <summary>What a translation must have before anybody reads it.</summary>
public sealed partial class CatalogueTests
{
    private static readonly int[] Counts = [0, 1, 2, 5, 21];

    public static TheoryData<Language> Translated => CatalogueFiles.Languages;

    [Fact]
    public void Phrases_are_made_of_texts_that_can_be_found() => Assert.All(SpokenWords.MadeElsewhere, place => Assert.Contains("DiscordNames", place, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Translated))]
    public void Every_text_is_in_every_catalogue(Language language) => Assert.Empty(SpokenWords.All.Except(CatalogueFiles.Read(language).Keys));

    [Theory]
    [MemberData(nameof(Translated))]
    public void No_catalogue_holds_a_text_that_nothing_says(Language language)
    {
        using var home = new BotHome();
        using var parts = BotHost.BuildParts(home.Folder);
        var names = parts.Services.GetRequiredService<ICommandBook>().Specs.SelectMany(spec => spec.Path.Split(' ').Concat(spec.Options.Select(option => option.Name))).Append("channel").Select(word => $"/{word}");
        Assert.Empty(CatalogueFiles.Read(language).Keys.Except(SpokenWords.All).Except(names));
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void A_translation_fills_in_what_the_English_text_fills_in(Language language) => Assert.All(CatalogueFiles.Read(language), text =>
        Assert.Equal(Holes().Matches(text.Key).Select(it => it.Groups["number"].Value).Distinct().Order(), Holes().Matches(text.Value).Select(it => it.Groups["number"].Value).Distinct().Order()));

    [Theory]
    [MemberData(nameof(Translated))]
    public void A_number_has_as_many_forms_behind_it_as_the_language_wants(Language language) => Assert.All(CatalogueFiles.Read(language), text =>
        Assert.All(Holes().Matches(text.Value).Where(it => it.Value.Contains('|')), it => Assert.Equal(Wording.Forms(language), it.Groups["format"].Value.Split('|').Length)));

    [Theory]
    [MemberData(nameof(Translated))]
    public void A_translation_begins_and_ends_as_the_English_text_does(Language language) => Assert.All(CatalogueFiles.Read(language), text =>
        Assert.Equal((text.Key[0] == ' ', text.Key[^1] == ' ', text.Key[^1] == '.'), (text.Value[0] == ' ', text.Value[^1] == ' ', text.Value[^1] == '.')));

    [Theory]
    [MemberData(nameof(Translated))]
    public void Descriptions_fit_into_the_narrowest_menu(Language language)
    {
        using var home = new BotHome();
        using var parts = BotHost.BuildParts(home.Folder);
        Assert.All(parts.Services.GetRequiredService<ICommandBook>().Specs.SelectMany(spec => spec.Options.Select(option => option.Description).Append(spec.Description)), description =>
            Assert.InRange(description.In(language).Length, 1, 100));
    }

    [Theory]
    [InlineData(Language.English, "0 articles|1 article|2 articles|5 articles|21 articles")]
    [InlineData(Language.Ukrainian, "0 статей|1 стаття|2 статті|5 статей|21 стаття")]
    [InlineData(Language.Polish, "0 artykułów|1 artykuł|2 artykuły|5 artykułów|21 artykułów")]
    [InlineData(Language.French, "0 article|1 article|2 articles|5 articles|21 articles")]
    [InlineData(Language.German, "0 Artikel|1 Artikel|2 Artikel|5 Artikel|21 Artikel")]
    [InlineData(Language.Spanish, "0 artículos|1 artículo|2 artículos|5 artículos|21 artículos")]
    public void Nouns_follow_their_numbers(Language language, string said) =>
        Assert.Equal(said, string.Join('|', Counts.Select(count => new Phrase("{0} {0:article|articles}").In(language, count))));

    [Theory]
    [InlineData("uk", Language.Ukrainian)]
    [InlineData("de-AT", Language.German)]
    [InlineData("es_419", Language.Spanish)]
    [InlineData("EN-us", Language.English)]
    [InlineData("ukr", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Locales_are_read_as_platforms_write_them(string? locale, Language? language) => Assert.Equal(language, Languages.OfLocale(locale));

    [Theory]
    [InlineData("Deutsch", Language.German)]
    [InlineData("ukrainian", Language.Ukrainian)]
    [InlineData("français", Language.French)]
    [InlineData("pl", Language.Polish)]
    [InlineData("Klingon", null)]
    public void A_language_can_be_called_by_its_own_name(string typed, Language? language) => Assert.Equal(language, Languages.OfName(typed));

    [Fact]
    public void The_page_says_exactly_the_words_that_the_server_knows()
    {
        var folder = Path.Combine(Repository.Folder, "src", "NewsBot.Local", "Page");
        var scripts = Directory.EnumerateFiles(folder, "*.js").SelectMany(file => ScriptTexts().Matches(File.ReadAllText(file)).Select(it => it.Groups["text"].Value));
        var page = File.ReadAllText(Path.Combine(folder, "index.html"));
        var texts = PageTexts().Matches(page).Select(it => it.Groups["text"].Value).Concat(PageAttributes().Matches(page).Select(it => it.Groups["text"].Value));
        Assert.Equal(NewsBot.Local.Web.PageWords.All.Select(phrase => phrase.English).Order(StringComparer.Ordinal), scripts.Concat(texts).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{(?<number>\d+)(?::(?<format>[^{}]*))?\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"\bt\('(?<text>(?:[^'\\]|\\.)*)'")]
    private static partial Regex ScriptTexts();

    [GeneratedRegex(@"<[^>]*\sdata-words(?=[\s>])[^>]*>(?<text>[^<]+)<")]
    private static partial Regex PageTexts();

    [GeneratedRegex(@"(?:placeholder|aria-label)=""(?<text>[^""]+)""\s+data-words=")]
    private static partial Regex PageAttributes();
}
