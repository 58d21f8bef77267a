namespace NewsBot.Local.Tests;

public sealed class OptionsTests
{
    private static string Complaint(LocalOptions options) => new LocalOptionsCheck().Validate(null, options).FailureMessage ?? "";

    [Theory]
    [InlineData("http://127.0.0.1:5080", "")]
    [InlineData("http://localhost:80", "")]
    [InlineData("http://[::1]:5080", "")]
    [InlineData("http://0.0.0.0:5080", "a long enough key of mine")]
    [InlineData("http://news.example.org:5080", "a long enough key of mine")]
    public void These_may_start(string address, string key) => Assert.Equal("", Complaint(new() { Address = address, AccessKey = key }));

    [Theory]
    [InlineData("http://0.0.0.0:5080", "", "can be reached by others")]
    [InlineData("http://[::]:5080", "", "can be reached by others")]
    [InlineData("http://192.168.1.7:5080", "short", "at least 16 characters")]
    [InlineData("http://localhost.example.org:5080", "", "can be reached by others")]
    [InlineData("http://127.0.0.1:5080", "short", "at least 16 characters, or be empty")]
    [InlineData("https://127.0.0.1:5080", "", "must be http://")]
    [InlineData("http://127.0.0.1:5080/news", "", "must be http://")]
    [InlineData("127.0.0.1:5080", "", "must be http://")]
    [InlineData("http://127.0.0.1:99999", "", "must be http://")]
    [InlineData("", "", "must be http://")]
    [InlineData("http://localhost:0", "", "write http://127.0.0.1:0")]
    public void These_are_refused_in_one_sentence(string address, string key, string expected)
    {
        var complaint = Complaint(new() { Address = address, AccessKey = key });
        Assert.Contains(expected, complaint, StringComparison.Ordinal);
        if (key.Length > 0) Assert.DoesNotContain(key + " ", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_with_a_bad_or_a_double_name_is_refused()
    {
        Assert.Contains("Local:Rooms:0:Name", Complaint(new() { Rooms = [new() { Name = "My Room" }] }), StringComparison.Ordinal);
        Assert.Contains("is there twice", Complaint(new() { Rooms = [new() { Name = "a" }, new() { Name = "a" }] }), StringComparison.Ordinal);
    }
}
