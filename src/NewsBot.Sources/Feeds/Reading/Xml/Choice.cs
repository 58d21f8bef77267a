namespace NewsBot.Sources.Feeds.Reading.Xml;

/// <summary>How much an element's word counts where several speak of the same thing.</summary>
internal enum Standing
{
    None,

    /// <summary>Stands in when nothing else is there.</summary>
    Fallback,

    /// <summary>From a module, such as Dublin Core.</summary>
    Module,

    /// <summary>The format's own element.</summary>
    Own,
}

/// <summary>The best of what was offered for a field; of equals the last, as RSS readers have it, unless the first is to be kept.</summary>
internal struct Choice<T>
{
    private Standing _standing;

    public T? Value { get; private set; }

    public readonly bool IsOwn => _standing == Standing.Own;

    public void Offer(T? value, Standing standing, bool keepsFirst = false)
    {
        if (value is null || standing < _standing || (keepsFirst && standing == _standing)) return;
        (Value, _standing) = (value, standing);
    }
}
