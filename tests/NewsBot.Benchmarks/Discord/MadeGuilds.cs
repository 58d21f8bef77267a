using System.Globalization;
using System.Text;

namespace NewsBot.Benchmarks.Discord;

/// <summary>Made GUILD_CREATE events: 10 roles and 20 channels in 3 categories; most channels are in step with their category, some have overwrites of their own.</summary>
internal static class MadeGuilds
{
    public static byte[] Event(int number)
    {
        var guild = ((ulong)number + 1) << 32;
        var text = new StringBuilder(16_384);
        text.Append(CultureInfo.InvariantCulture, $$"""{"id":"{{guild}}","owner_id":"{{guild + 1}}","unavailable":false,"name":"Server {{number}}","members":[{"user":{"id":"1","username":"news"},"roles":["{{guild + 11}}"]}],"roles":[""");
        for (var role = 0UL; role < 10; role++)
            text.Append(CultureInfo.InvariantCulture, $$"""{{(role > 0 ? "," : "")}}{"id":"{{guild + (role == 0 ? 0 : 10 + role)}}","name":"role {{role}}","permissions":"{{3072 + role}}","color":0,"position":{{role}},"hoist":false}""");
        text.Append("""],"channels":[""");
        for (var channel = 0UL; channel < 20; channel++)
            Channel(text, guild, channel);
        return Encoding.UTF8.GetBytes(text.Append("""],"threads":[],"presences":[],"voice_states":[],"guild_scheduled_events":[]}""").ToString());
    }

    private static void Channel(StringBuilder text, ulong guild, ulong channel)
    {
        var category = channel % 3;
        // The first three are the categories; every fifth channel differs from its own.
        var allowed = channel >= 3 && channel % 5 == 0 ? channel : category;
        var parent = channel < 3 ? "" : string.Create(CultureInfo.InvariantCulture, $",\"parent_id\":\"{guild + 100 + category}\"");
        text.Append(CultureInfo.InvariantCulture, $$"""{{(channel > 0 ? "," : "")}}{"id":"{{guild + 100 + channel}}","type":{{(channel < 3 ? 4 : 0)}},"name":"channel-{{channel}}","topic":"What this channel is about","position":{{channel}}{{parent}},"permission_overwrites":[{"id":"{{guild}}","type":0,"allow":"{{allowed}}","deny":"1024"},{"id":"{{guild + 11 + category}}","type":0,"allow":"1024","deny":"0"}]}""");
    }
}
