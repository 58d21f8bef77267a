using System.Text.Json.Nodes;

namespace NewsBot.BotApi;

/// <summary>How somebody stands in a chat (the Bot API's ChatMember).</summary>
public sealed record Membership(Account Who, MemberStatus Status)
{
    /// <summary>Of an administrator.</summary>
    public AdminRights Rights { get; init; }

    /// <summary>Of an administrator or the creator: writes as the group itself.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Of a restricted member.</summary>
    public MemberRights Allowed { get; init; } = MemberRights.All;

    public bool IsIn => Status is not (MemberStatus.Left or MemberStatus.Kicked);

    public bool IsAdministrator => Status is MemberStatus.Creator or MemberStatus.Administrator;

    internal bool May(AdminRights right) => Status == MemberStatus.Creator || (Status == MemberStatus.Administrator && Rights.HasFlag(right));

    internal bool May(MemberRights right) => IsAdministrator || Status == MemberStatus.Member || (Status == MemberStatus.Restricted && Allowed.HasFlag(right));

    internal JsonObject ToJson(bool inChannel)
    {
        var json = new JsonObject { ["status"] = Status.ToString().ToLowerInvariant(), ["user"] = Who.ToJson() };
        switch (Status)
        {
            case MemberStatus.Creator:
                json["is_anonymous"] = IsAnonymous;
                break;
            case MemberStatus.Administrator:
                json["is_anonymous"] = IsAnonymous;
                json["can_be_edited"] = false;
                RightsJson.Write(json, Rights, inChannel);
                break;
            case MemberStatus.Restricted:
                json["is_member"] = true;
                json["until_date"] = 0;
                RightsJson.Write(json, Allowed);
                break;
            case MemberStatus.Kicked:
                json["until_date"] = 0;
                break;
        }
        return json;
    }
}

public enum MemberStatus
{
    Creator,
    Administrator,
    Member,
    Restricted,
    Left,
    Kicked,
}
