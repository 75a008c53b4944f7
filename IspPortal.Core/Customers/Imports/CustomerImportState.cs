namespace IspPortal.Core.Customers.Imports;

/// <summary>Where an import stands.</summary>
public enum CustomerImportState
{
    /// <summary>The file is here; nobody has said yet what its columns are.</summary>
    Uploaded,

    /// <summary>Every row was judged; nothing was made.</summary>
    Checked,

    /// <summary>Customers are being made in the background, whoever watches.</summary>
    Running,

    /// <summary>Through.</summary>
    Done,

    /// <summary>Stopped by a person; what was made stays, the rest can be gone on with.</summary>
    Stopped,

    /// <summary>Thrown away.</summary>
    Discarded,
}
