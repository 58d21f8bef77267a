namespace NewsBot.Sources.Push;

/// <summary>Takes in what a hub brought, as if it had been polled.</summary>
internal interface IPushIntake
{
    /// <summary>Reads, knows again and stores, before it returns. What is no feed is passed over.</summary>
    /// <param name="source">The source's key.</param>
    /// <param name="body">Only valid until this completes.</param>
    /// <param name="contentType">The header as it came.</param>
    Task TakeInAsync(string source, ReadOnlyMemory<byte> body, string? contentType, CancellationToken stop);
}
