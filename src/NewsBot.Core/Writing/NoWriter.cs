namespace NewsBot.Core.Writing;

/// <summary>As long as none is set.</summary>
internal sealed class NoWriter : IWriter
{
    public bool IsOn => false;

    public string Model => "";

    public Task<string> WriteAsync(Commission commission, CancellationToken stop) => throw new WriterException("There is no writer.");
}
