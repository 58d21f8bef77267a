using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.DiscordApi;
using NSec.Cryptography;

namespace NewsBot.Discord.Tests.Server;

/// <summary>Interactions that are POSTed: signed, answered in the response or later, and badly signed on demand.</summary>
public sealed class HttpInteractionTests
{
    [Fact]
    public async Task A_posted_interaction_is_signed_and_its_answer_counts()
    {
        await using var house = await House.OpenAsync();
        await house.Client.PutAsync($"applications/{house.Bot.Id}/commands", new JsonArray(new JsonObject { ["name"] = "latest", ["description"] = "a" }));
        await using var bot = await EndpointAsync(house.Server.PublicKey);
        var url = new Uri(bot.Urls.First());

        Assert.Equal((200, """{"type":1}"""), await house.Server.PingAsync(url, stop: TestContext.Current.CancellationToken));
        foreach (var signing in (Signing[])[Signing.Wrong, Signing.OtherTimestamp, Signing.Missing])
            Assert.Equal(401, (await house.Server.PingAsync(url, signing, stop: TestContext.Current.CancellationToken)).Status);

        house.Server.InteractionsUrl = url;
        var asked = await house.Ann.RunsAsync(house.News, "latest");
        Assert.Equal("By HTTP", (await asked.ReplyAsync(TestContext.Current.CancellationToken)).Content);
        Assert.Equal(200, asked.HttpStatus);

        house.Server.Signing = Signing.Wrong;
        var forged = await house.Ann.RunsAsync(house.News, "latest");
        await forged.FailureAsync(TestContext.Current.CancellationToken);
        Assert.Equal(401, forged.HttpStatus);
    }

    /// <summary>Written against the documentation, apart from the server's own signing.</summary>
    private static async Task<WebApplication> EndpointAsync(string publicKey)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var signature = context.Request.Headers["X-Signature-Ed25519"].ToString();
            var signed = Encoding.UTF8.GetBytes(context.Request.Headers["X-Signature-Timestamp"] + body);
            if (signature.Length != 128 || !SignatureAlgorithm.Ed25519.Verify(key, signed, Convert.FromHexString(signature)))
            {
                context.Response.StatusCode = 401;
                return;
            }
            context.Response.ContentType = "application/json";
            var answer = (int?)JsonNode.Parse(body)!["type"] == 1 ? """{"type":1}""" : """{"type":4,"data":{"content":"By HTTP"}}""";
            await context.Response.WriteAsync(answer, context.RequestAborted);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
