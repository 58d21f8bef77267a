using System.Text;
using NewsBot.Discord.Protocol;

namespace NewsBot.Discord.Tests.Protocol;

public sealed class GuildBookTests
{
    private const ulong GuildId = 500;
    private static readonly ShardId Shard = new(0, 1);

    // @everyone (the guild's own id) may see and send; role 20 manages messages; role 21 is an administrator.
    private const string TheGuild = """
        {"id":"500","owner_id":"3","unavailable":false,
         "roles":[{"id":"500","name":"@everyone","permissions":"3072"},{"id":"20","name":"mods","permissions":"8192"},{"id":"21","name":"admins","permissions":"8"}],
         "members":[{"user":{"id":"1","username":"news"},"roles":["20"]}],
         "channels":[
          {"id":"40","type":4,"permission_overwrites":[{"id":"500","type":0,"allow":"0","deny":"1024"},{"id":"20","type":0,"allow":"1024","deny":"0"}]},
          {"id":"41","type":0,"parent_id":"40","permission_overwrites":[{"id":"500","type":0,"allow":"0","deny":"1024"},{"id":"20","type":0,"allow":"1024","deny":"0"}]},
          {"id":"42","type":5,"permission_overwrites":[{"id":"20","type":0,"allow":"0","deny":"2048"},{"id":"1","type":1,"allow":"2048","deny":"0"}]},
          {"id":"43","type":15,"permission_overwrites":[],"available_tags":[{"id":"9","name":"News","moderated":false}]},
          {"id":"44","type":0,"nsfw":true,"permission_overwrites":[{"id":"1","type":1,"allow":"0","deny":"2048"}]}],
         "threads":[{"id":"60","type":11,"parent_id":"41","guild_id":"500"}],"presences":[],"voice_states":[],"guild_scheduled_events":[]}
        """;

    private readonly GuildBook _book = new();

    public GuildBookTests()
    {
        Take("READY", """{"user":{"id":"1","username":"news"},"session_id":"s","resume_gateway_url":"wss://a.example","guilds":[{"id":"500","unavailable":true}]}""");
        Take("GUILD_CREATE", TheGuild);
    }

    [Theory]
    [InlineData(41, Permissions.ViewChannel | Permissions.SendMessages | Permissions.ManageMessages)]
    [InlineData(42, Permissions.ViewChannel | Permissions.SendMessages | Permissions.ManageMessages)]
    [InlineData(43, Permissions.ViewChannel | Permissions.SendMessages | Permissions.ManageMessages)]
    [InlineData(44, Permissions.ViewChannel | Permissions.ManageMessages)]
    [InlineData(60, Permissions.ViewChannel | Permissions.SendMessages | Permissions.ManageMessages)]
    [InlineData(99, Permissions.None)]
    internal void Our_permissions_follow_roles_overwrites_and_parents(ulong channel, Permissions expected) =>
        Assert.Equal(expected, _book.Ours(new(GuildId), new(channel)));

    [Fact]
    public void A_member_sees_what_everyone_owner_or_administrator_sees()
    {
        Assert.Equal(Permissions.None, Of(7, 41));
        Assert.Equal(Permissions.None, Of(7, 60));
        Assert.Equal(Permissions.ViewChannel | Permissions.SendMessages, Of(7, 42));
        Assert.Equal(Permissions.ViewChannel | Permissions.ManageMessages, Of(7, 42, 20));
        Assert.Equal(Permissions.All, Of(7, 41, 21));
        Assert.Equal(Permissions.All, Of(3, 41));
    }

    [Fact]
    public void Among_roles_what_one_allows_wins_over_what_another_denies()
    {
        Take("CHANNEL_CREATE", """{"id":"45","guild_id":"500","type":0,"permission_overwrites":[{"id":"20","type":0,"allow":"0","deny":"2048"},{"id":"22","type":0,"allow":"2048","deny":"0"}]}""");
        Assert.Equal(Permissions.ViewChannel | Permissions.ManageMessages, Of(7, 45, 20));
        Assert.Equal(Permissions.ViewChannel | Permissions.ManageMessages | Permissions.SendMessages, Of(7, 45, 20, 22));
    }

    [Fact]
    public void Channel_kinds_parents_and_tags_are_known()
    {
        var guild = _book.Find(new(GuildId))!;
        Assert.Equal(ChannelKind.Forum, guild.Channel(new(43))!.Value.Kind);
        Assert.Equal("News", Assert.Single(guild.TagsOf(new(43))).Name);
        Assert.True(guild.Channel(new(44))!.Value.Nsfw);
        Assert.Equal(new Snowflake(41), guild.Channel(new(60))!.Value.Parent);
        Assert.Same(guild, _book.FindOf(new(60)));
        Assert.Null(_book.FindOf(new(61)));
    }

    [Fact]
    public void A_channel_in_step_with_its_category_costs_no_overwrites_of_its_own() => Assert.Equal(5, _book.Find(new(GuildId))!.Overwrites.Length);

    [Fact]
    public void Changes_are_followed()
    {
        Take("GUILD_ROLE_UPDATE", """{"guild_id":"500","role":{"id":"20","name":"mods","permissions":"0"}}""");
        Assert.Equal(Permissions.ViewChannel | Permissions.SendMessages, Ours(43));
        Take("CHANNEL_UPDATE", """{"id":"43","guild_id":"500","type":15,"permission_overwrites":[{"id":"1","type":1,"allow":"0","deny":"1024"}],"available_tags":[]}""");
        Assert.Equal(Permissions.None, Ours(43));
        Assert.Empty(_book.Find(new(GuildId))!.TagsOf(new(43)));
        Take("GUILD_MEMBER_UPDATE", """{"guild_id":"500","user":{"id":"1","username":"news"},"roles":["21"]}""");
        Assert.Equal(Permissions.All, Ours(43));
        Take("GUILD_MEMBER_UPDATE", """{"guild_id":"500","user":{"id":"7","username":"ann"},"roles":[]}""");
        Assert.Equal(Permissions.All, Ours(43));
        Take("GUILD_ROLE_DELETE", """{"guild_id":"500","role_id":"21"}""");
        Assert.Equal(Permissions.None, Ours(43));
        Take("GUILD_UPDATE", """{"id":"500","owner_id":"1"}""");
        Assert.Equal(Permissions.All, Ours(43));
    }

    [Fact]
    public void A_channel_that_is_deleted_takes_its_threads_along()
    {
        Take("CHANNEL_DELETE", """{"id":"41","guild_id":"500","type":0}""");
        Assert.Null(_book.Find(new(GuildId))!.Channel(new(41)));
        Assert.Null(_book.Find(new(GuildId))!.Channel(new(60)));
        Assert.Equal(Permissions.ViewChannel | Permissions.ManageMessages, Ours(44));
    }

    [Fact]
    public void A_list_of_threads_replaces_those_of_its_parents()
    {
        Take("THREAD_LIST_SYNC", """{"guild_id":"500","channel_ids":["41"],"threads":[{"id":"62","type":11,"parent_id":"41","guild_id":"500"}],"members":[]}""");
        Assert.Null(_book.Find(new(GuildId))!.Channel(new(60)));
        Assert.NotNull(_book.Find(new(GuildId))!.Channel(new(62)));
        Take("THREAD_DELETE", """{"id":"62","guild_id":"500","parent_id":"41","type":11}""");
        Assert.Null(_book.Find(new(GuildId))!.Channel(new(62)));
    }

    [Fact]
    public void An_outage_keeps_the_guild_and_a_removal_forgets_it()
    {
        Take("GUILD_DELETE", """{"id":"500","unavailable":true}""");
        Assert.Equal(1, _book.Count);
        Take("GUILD_DELETE", """{"id":"500"}""");
        Assert.Equal(0, _book.Count);
    }

    [Fact]
    public void A_new_session_forgets_guilds_that_it_no_longer_names()
    {
        Take("READY", """{"user":{"id":"1","username":"news"},"session_id":"s","resume_gateway_url":"wss://a.example","guilds":[]}""");
        Assert.Equal(0, _book.Count);
    }

    private Permissions Ours(ulong channel) => _book.Ours(new(GuildId), new(channel));

    private Permissions Of(ulong member, ulong channel, params ulong[] roles) =>
        _book.Of(new(GuildId), new(channel), new(member), [.. roles.Select(role => new Snowflake(role))]);

    private void Take(string kind, string json) => _book.Take(EventReader.Read(kind, Encoding.UTF8.GetBytes(json), Shard)!);
}
