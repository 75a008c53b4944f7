namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>What a client did to an item.</summary>
internal enum RowChange
{
    Added,
    Set,
    Removed,
}
