using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Core.Writing;
using OpenAI;

namespace NewsBot.Writer;

/// <summary>Adds the writer of summaries, when there is one.</summary>
public static class WriterServices
{
    private const string HttpName = "writer";

    /// <summary>Bytes of an answer: two sentences and what is put around them. A model that talks without end is cut off.</summary>
    private const int MostBytes = 256 * 1024;

    public static IServiceCollection AddWriter(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(WritingOptions.Section);
        services.AddOptions<WriterOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WriterOptions>, WriterOptionsCheck>();
        return string.IsNullOrEmpty(section[nameof(WriterOptions.Model)]) ? services : AddModel(services);
    }

    // A method of its own, never inlined: without a writer its libraries are not even loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IServiceCollection AddModel(IServiceCollection services)
    {
        // The key stands in each request's head: no logger may see one, and nothing is followed elsewhere.
        services.AddHttpClient(HttpName, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, MostBytes))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10) });
        return services.AddSingleton(Chat).AddSingleton<IWriter, ModelWriter>();
    }

    private static IChatClient Chat(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<WriterOptions>>().Value;
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpName);
        // The budget is ours: one asking is one call.
        var settings = new OpenAIClientOptions { Endpoint = options.Endpoint, Transport = new HttpClientPipelineTransport(http), RetryPolicy = new ClientRetryPolicy(maxRetries: 0), NetworkTimeout = options.Timeout };
        return new OpenAIClient(new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none"), settings).GetChatClient(options.Model).AsIChatClient();
    }
}
