namespace IspPortal.Infrastructure.Live;

/// <summary>One publication. Its identity, not its value, says whether a reader has seen it: the same value twice is two arrivals.</summary>
internal sealed class Published<T>(T value)
    where T : class
{
    public T Value { get; } = value;
}
