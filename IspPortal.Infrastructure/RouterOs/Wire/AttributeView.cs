namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>One <c>=name=value</c> word, in place.</summary>
internal readonly ref struct AttributeView(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Value { get; } = value;
}
