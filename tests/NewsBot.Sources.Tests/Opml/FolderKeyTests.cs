using NewsBot.Core.Topics;
using NewsBot.Sources.Opml;

namespace NewsBot.Sources.Tests.Opml;

public sealed class FolderKeyTests
{
    [Theory]
    [InlineData("Belarus", "belarus")]
    [InlineData("  Économie & Finance ", "economie-finance")]
    [InlineData("Новини Їжака й Ґави", "новини-їжака-й-ґави")]
    [InlineData("2026", "topic-2026")]
    [InlineData("Everything", "topic-everything")]
    [InlineData("新聞", "topic-…")]
    [InlineData("a very long name of a folder that nobody would ever type", "a-very-long-name-of-a-folder-tha")]
    public void A_folders_name_becomes_a_key_that_people_can_type(string name, string expected)
    {
        var key = FolderKey.Of(name);
        Assert.True(Topic.IsKey(key), key);
        if (name != "新聞") Assert.Equal(expected, key);
        else Assert.StartsWith("topic-", key, StringComparison.Ordinal);
    }
}
