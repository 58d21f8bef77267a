using Microsoft.Extensions.Options;
using NewsBot.Core.Chat;
using NewsBot.Local.Web;

namespace NewsBot.Local;

/// <summary>Says in one sentence each what is wrong with the settings; nothing starts before it is mended.</summary>
internal sealed class LocalOptionsCheck : IValidateOptions<LocalOptions>
{
    public ValidateOptionsResult Validate(string? name, LocalOptions options)
    {
        string[] complaints = [.. Address(options), .. Rooms(options)];
        return complaints.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);
    }

    private static IEnumerable<string> Address(LocalOptions options)
    {
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp
            || address.PathAndQuery != "/" || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            yield return $"Local:Address '{options.Address}' must be http://, a host and a port, such as http://127.0.0.1:5080.";
        else if (address is { Host: "localhost", Port: 0 })
            yield return "Local:Address cannot have port 0 with localhost; write http://127.0.0.1:0.";
        else if (options.AccessKey.Length < LocalOptions.ShortestKey && !HostNames.IsLoopback(address.Host))
            yield return $"Local:Address '{options.Address}' can be reached by others, so set Local:AccessKey to at least {LocalOptions.ShortestKey} characters, or use http://127.0.0.1:5080.";
        else if (options.AccessKey.Length is > 0 and < LocalOptions.ShortestKey)
            yield return $"Local:AccessKey must have at least {LocalOptions.ShortestKey} characters, or be empty.";
    }

    private static IEnumerable<string> Rooms(LocalOptions options)
    {
        for (var i = 0; i < options.Rooms.Count; i++)
        {
            var room = options.Rooms[i].Name;
            if (RoomName.Complaint(room) is { } complaint) yield return $"Local:Rooms:{i}:Name: {complaint.In(Language.English, RoomName.MaxLength)}";
            else if (options.Rooms.Take(i).Any(before => before.Name == room)) yield return $"Local:Rooms:{i}:Name: '{room}' is there twice; give each room its own name.";
        }
    }
}
