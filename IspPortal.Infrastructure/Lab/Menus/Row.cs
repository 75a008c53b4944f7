namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>One item of a menu.</summary>
internal abstract class Row(uint id)
{
    /// <summary>The internal id, <c>*1F</c> on the wire.</summary>
    public uint Id { get; } = id;
}
