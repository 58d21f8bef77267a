using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NSec.Cryptography;

namespace NewsBot.DiscordApi;

/// <summary>How the next POSTed interactions are signed.</summary>
public enum Signing
{
    Right,

    /// <summary>64 bytes that sign nothing.</summary>
    Wrong,

    /// <summary>A right signature of another timestamp than the header's.</summary>
    OtherTimestamp,

    /// <summary>Without both headers.</summary>
    Missing,
}

/// <summary>Brings interactions to the bot: over its gateway session, or signed with Ed25519 to its interactions URL.</summary>
internal sealed class InteractionSender : IDisposable
{
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519, new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public Signing Signing { get; set; }

    /// <summary>Runs `make` with the gate held; it throws before anything is sent when the client would not let the person do it.</summary>
    public Task<Interaction> SendAsync(World world, Func<Interaction> make)
    {
        var interaction = world.Do(() =>
        {
            var made = make();
            world.Interactions.Add(made.Id, made);
            world.InteractionsByToken.Add(made.Token, made);
            var isSent = made.Bot.InteractionsUrl is not null || made.Bot.Gateway.TellOne("INTERACTION_CREATE", InteractionShape.Of(made), made.Channel.Guild?.Id ?? 0);
            made.HasFailed = !isSent;
            return made;
        });
        _ = GiveUpAsync(interaction);
        if (interaction.Bot.InteractionsUrl is { } url) _ = PostAsync(interaction, url);
        return Task.FromResult(interaction);
    }

    /// <summary>Posts any body as Discord would and gives the answer.</summary>
    public async Task<(int Status, string Body)> PostAsync(World world, Uri url, byte[] body, Signing signing, DateTimeOffset? at, CancellationToken stop)
    {
        var time = (at ?? world.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = signing == Signing.OtherTimestamp ? time + "0" : time;
        var signature = SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.ASCII.GetBytes(signed), .. body]);
        if (signing == Signing.Wrong) signature[7] ^= 0x55;
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0 (+https://discord.com)");
        if (signing != Signing.Missing)
        {
            request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
            request.Headers.Add("X-Signature-Timestamp", time);
        }
        using var response = await _client.SendAsync(request, stop);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(stop));
    }

    public void Dispose()
    {
        _client.Dispose();
        _key.Dispose();
    }

    private static async Task GiveUpAsync(Interaction interaction)
    {
        await Task.Delay(Interaction.FirstAnswer, interaction.World.Clock);
        interaction.World.Do(() => { interaction.HasFailed |= interaction.Answer is null; });
    }

    private async Task PostAsync(Interaction interaction, Uri url)
    {
        var world = interaction.World;
        try
        {
            using var limit = new CancellationTokenSource(Interaction.FirstAnswer, world.Clock);
            var (status, body) = await PostAsync(world, url, Json.Bytes(world.See(() => InteractionShape.Of(interaction))), Signing, at: null, limit.Token);
            world.Do(() => Take(interaction, status, body));
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException or ApiException)
        {
            world.Do(() => { interaction.HasFailed |= interaction.Answer is null; });
        }
    }

    /// <summary>200 carries the first answer; 202 says that it comes by the callback route.</summary>
    private static void Take(Interaction interaction, int status, string body)
    {
        interaction.HttpStatus = status;
        if (status == 200 && JsonNode.Parse(body) is JsonObject answer) Callbacks.Answer(interaction, answer, []);
        else if (status != 202) interaction.HasFailed |= interaction.Answer is null;
    }
}
