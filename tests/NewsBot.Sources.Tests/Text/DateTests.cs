namespace NewsBot.Sources.Tests.Text;

public sealed class DateTests
{
    [Theory]
    [InlineData("Sep 8, 2024 - 04:00", "2024-09-08T04:00Z")]
    [InlineData("Sep 8, 2024\u00A0-\u00A004:00", "2024-09-08T04:00Z")]
    [InlineData("September 8, 2024", "2024-09-08T00:00Z")]
    [InlineData("Sept. 8, 2024", "2024-09-08T00:00Z")]
    [InlineData("September 8th, 2024 at 4:00 a.m.", "2024-09-08T04:00Z")]
    [InlineData("Sep 8, 2024, 4:05 PM", "2024-09-08T16:05Z")]
    [InlineData("12:30 AM, Sep 8, 2024", "2024-09-08T00:30Z")]
    [InlineData("8 September 2024", "2024-09-08T00:00Z")]
    [InlineData("8 September 2024, 04:00", "2024-09-08T04:00Z")]
    [InlineData("Sunday, 8 September 2024 – 04:00", "2024-09-08T04:00Z")]
    [InlineData("Sunday 8th of September 2024", "2024-09-08T00:00Z")]
    [InlineData("8 Sep 2024 | 04:00", "2024-09-08T04:00Z")]
    [InlineData("Sonntag, 8. September 2024, 04:00 Uhr", "2024-09-08T04:00Z")]
    [InlineData("31. Oktober 2023", "2023-10-31T00:00Z")]
    [InlineData("18. Okt 2023", "2023-10-18T00:00Z")]
    [InlineData("3. März 2021", "2021-03-03T00:00Z")]
    [InlineData("dimanche 8 septembre 2024 à 04h05", "2024-09-08T04:05Z")]
    [InlineData("1er août 2024", "2024-08-01T00:00Z")]
    [InlineData("8 de septiembre de 2024", "2024-09-08T00:00Z")]
    [InlineData("8 settembre 2024, ore 04:00", "2024-09-08T04:00Z")]
    [InlineData("8 de setembro de 2024 às 04:00", "2024-09-08T04:00Z")]
    [InlineData("8 września 2024, godz. 04:00", "2024-09-08T04:00Z")]
    [InlineData("zondag 8 september 2024 om 04:00 uur", "2024-09-08T04:00Z")]
    [InlineData("08-Sep-2024 04:00", "2024-09-08T04:00Z")]
    [InlineData("2024-09-08", "2024-09-08T00:00Z")]
    [InlineData("2024-09-08 04:00", "2024-09-08T04:00Z")]
    [InlineData("2024/09/08 04:00:30", "2024-09-08T04:00:30Z")]
    [InlineData("2024-09-08T04:00:00Z", "2024-09-08T04:00Z")]
    [InlineData("2024-09-08T04:00:00.123+03:00", "2024-09-08T01:00Z")]
    [InlineData("2024-09-08T04:00-0500", "2024-09-08T09:00Z")]
    [InlineData("20240908T040000Z", "2024-09-08T04:00Z")]
    [InlineData("Sun, 08 Sep 2024 04:00:00 GMT", "2024-09-08T04:00Z")]
    [InlineData("Sun, 8 Sep 2024 04:00:00 -0400", "2024-09-08T08:00Z")]
    [InlineData("Sun Sep  8 04:00:00 2024", "2024-09-08T04:00Z")]
    [InlineData("08.09.2024 04:00", "2024-09-08T04:00Z")]
    [InlineData("08.09.2024, 04:00", "2024-09-08T04:00Z")]
    [InlineData("8.9.2024", "2024-09-08T00:00Z")]
    [InlineData("08.09.24", "2024-09-08T00:00Z")]
    [InlineData("04:00 08.09.2024", "2024-09-08T04:00Z")]
    [InlineData("08/09/2024", "2024-09-08T00:00Z")]
    [InlineData("09/25/2024", "2024-09-25T00:00Z")]
    [InlineData("8 вересня 2024, 04:00", "2024-09-08T04:00Z")]
    [InlineData("8 вересня 2024 року, 04:00", "2024-09-08T04:00Z")]
    [InlineData("8 вересня 2024 р. о 04:00", "2024-09-08T04:00Z")]
    [InlineData("Неділя, 8 вересня 2024", "2024-09-08T00:00Z")]
    [InlineData("П’ятниця, 6 вересня 2024", "2024-09-06T00:00Z")]
    [InlineData("8 вер. 2024, 04:00", "2024-09-08T04:00Z")]
    [InlineData("04:00, 8 вересня 2024", "2024-09-08T04:00Z")]
    [InlineData("Вересень 8, 2024", "2024-09-08T00:00Z")]
    [InlineData("1 січня 2024", "2024-01-01T00:00Z")]
    [InlineData("29 лютого 2024", "2024-02-29T00:00Z")]
    [InlineData("3 берез. 2024", "2024-03-03T00:00Z")]
    [InlineData("4 квітня 2024", "2024-04-04T00:00Z")]
    [InlineData("5 травня 2024", "2024-05-05T00:00Z")]
    [InlineData("6 червня 2024", "2024-06-06T00:00Z")]
    [InlineData("7 липня 2024", "2024-07-07T00:00Z")]
    [InlineData("8 серпня 2024", "2024-08-08T00:00Z")]
    [InlineData("9 жовтня 2024", "2024-10-09T00:00Z")]
    [InlineData("10 листопада 2024", "2024-11-10T00:00Z")]
    [InlineData("11 грудня 2024", "2024-12-11T00:00Z")]
    [InlineData("Published: 8 September 2024, 04:00", "2024-09-08T04:00Z")]
    [InlineData("Published on September 8, 2024 at 04:00", "2024-09-08T04:00Z")]
    [InlineData("Posted on Sep 8, 2024", "2024-09-08T00:00Z")]
    [InlineData("Опубліковано: 8 вересня 2024, 04:00", "2024-09-08T04:00Z")]
    [InlineData("Опубліковано 08.09.2024 о 04:00", "2024-09-08T04:00Z")]
    [InlineData("8 September 2024, 04:00 UTC", "2024-09-08T04:00Z")]
    [InlineData("8 September 2024, 04:00 GMT", "2024-09-08T04:00Z")]
    [InlineData("8 September 2024, 04:00 (GMT+3)", "2024-09-08T01:00Z")]
    [InlineData("Sep 8, 2024 4:00 PM EST", "2024-09-08T21:00Z")]
    [InlineData("Sep 8, 2024 4:00 p.m. ET", "2024-09-08T20:00Z")]
    [InlineData("8 September 2024 04:00 EET", "2024-09-08T02:00Z")]
    [InlineData("8 September 2024 04:00 +03:00", "2024-09-08T01:00Z")]
    [InlineData("8 September 2024, 04:00 Kyiv time", "2024-09-08T01:00Z")]
    [InlineData("8 вересня 2024, 04:00 за Києвом", "2024-09-08T01:00Z")]
    [InlineData("8 січня 2024, 04:00 за київським часом", "2024-01-08T02:00Z")]
    [InlineData("8 September 2024 | 5 min read", "2024-09-08T00:00Z")]
    public void A_line_that_is_a_date_tells_when_the_article_was_published(string line, string expected)
    {
        var page = Pages.Read($"A title\n\n{line}\n\nThe first paragraph.\n\nThe second paragraph.");
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), page.Published);
        Assert.False(page.PublishedIsGuess);
        Assert.Equal(["The first paragraph.", "The second paragraph."], page.Body);
        Assert.Null(page.Deck);
    }

    [Theory]
    [InlineData("On 8 September 2024 the bridge was closed.")]
    [InlineData("8 September 2024 was a Sunday")]
    [InlineData("Sep 8, 0203")]
    [InlineData("8 September 1850")]
    [InlineData("31 February 2024")]
    [InlineData("32.01.2024")]
    [InlineData("13/13/2024")]
    [InlineData("8 September 2024, 25:00")]
    [InlineData("8 September 2031")]
    [InlineData("September 2024")]
    [InlineData("04:00")]
    [InlineData("2024")]
    [InlineData("May 9, 10 and 11, 2024")]
    [InlineData("Sun, 16 Dec 2012 1:2:3:4 GMT")]
    [InlineData("Apollo 11, 20.07.1969, landed")]
    public void A_line_that_is_no_sensible_date_stays_text(string line)
    {
        var page = Pages.Read($"A title\n\n{line}\n\nThe first paragraph.\n\nThe second paragraph.");
        Assert.Equal(Pages.FileTime, page.Published);
        Assert.True(page.PublishedIsGuess);
        Assert.Contains(line, page.Body);
    }

    [Theory]
    [InlineData("Published: 8 Sep 2024, 04:00 | Updated: 9 Sep 2024, 05:00")]
    [InlineData("8 September 2024, 04:00, updated 9 September 2024, 05:00")]
    [InlineData("8 September 2024, 04:00 (updated: 9 September 2024, 05:00)")]
    [InlineData("8 вересня 2024, 04:00, оновлено 9 вересня 2024, 05:00")]
    [InlineData("8 September 2024, 04:00\nUpdated: 9 September 2024, 05:00")]
    [InlineData("Оновлено: 9 вересня 2024, 05:00\n\n8 вересня 2024, 04:00")]
    public void The_day_of_a_change_is_told_apart_from_the_day_of_publication(string lines)
    {
        var page = Pages.Read($"A title\n\n{lines}\n\nThe first paragraph.\n\nThe second paragraph.");
        Assert.Equal(new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal(new(2024, 9, 9, 5, 0, 0, TimeSpan.Zero), page.Updated);
        Assert.Equal(2, page.Body.Count);
    }

    [Fact]
    public void The_days_of_a_chronicle_stay_in_the_story()
    {
        var page = Pages.Read("Three days in May\n\n1 May 2024\n\nThe river rises.\n\n2 May 2024\n\nThe bridge is closed.\n\n3 May 2024\n\nThe water falls.");
        Assert.Equal(6, page.Body.Count);
    }

    [Fact]
    public void A_date_at_the_end_of_the_page_counts_too()
    {
        var page = Pages.Read("A title\n\nFirst.\n\nSecond.\n\nThird.\n\nFourth.\n\n8 September 2024, 04:00");
        Assert.Equal(new(2024, 9, 8, 4, 0, 0, TimeSpan.Zero), page.Published);
        Assert.Equal(4, page.Body.Count);
    }

    [Fact]
    public void An_hour_that_the_clocks_skip_is_no_trouble()
    {
        var page = Pages.In(TimeZoneInfo.FindSystemTimeZoneById("Europe/Kyiv")).Read("A title\n\n31 March 2024, 03:30\n\nBody.", Pages.FileTime).Content!;
        Assert.InRange(page.Published, new(2024, 3, 31, 0, 30, 0, TimeSpan.Zero), new(2024, 3, 31, 1, 30, 0, TimeSpan.Zero));
    }
}
