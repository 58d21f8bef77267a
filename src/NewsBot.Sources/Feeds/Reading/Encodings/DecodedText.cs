using System.Buffers;
using System.Text;

namespace NewsBot.Sources.Feeds.Reading.Encodings;

/// <summary>
/// A document's text in borrowed memory: a string of its size would go to the large objects' heap, and ten thousand of them would have the collector
/// walk everything each time. Nothing may keep the text once this is disposed.
/// </summary>
internal readonly struct DecodedText : IDisposable
{
    private readonly char[]? _borrowed;

    private DecodedText(ReadOnlyMemory<char> text, char[]? borrowed) => (Text, _borrowed) = (text, borrowed);

    public ReadOnlyMemory<char> Text { get; }

    public static DecodedText Of(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var borrowed = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        return new(borrowed.AsMemory(0, encoding.GetChars(bytes, borrowed)), borrowed);
    }

    public static DecodedText Of(string text) => new(text.AsMemory(), null);

    public void Dispose()
    {
        if (_borrowed is not null) ArrayPool<char>.Shared.Return(_borrowed);
    }
}
