namespace IspPortal.Core.Network.Operations;

/// <summary>What may be done to the rows of a table by hand.</summary>
[Flags]
public enum RouterTableActions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Rows are sessions that can be ended.</summary>
    Kick = 1,

    /// <summary>Rows can be switched off and on.</summary>
    Switch = 2,

    /// <summary>Rows are accounts whose password can be changed.</summary>
    Password = 4,
}
