namespace IspPortal.Infrastructure.Series.Verification;

/// <summary>What becomes of a fault.</summary>
internal enum SeriesRemedy
{
    /// <summary>It can be rebuilt from what else is there; nothing was changed.</summary>
    CanBeRebuilt,

    /// <summary>It was rebuilt; nothing is lost.</summary>
    Rebuilt,

    /// <summary>Nothing else says what it said; nothing was changed.</summary>
    CannotBeRebuilt,

    /// <summary>It was taken out, so that the rest can be read; what it said is lost.</summary>
    TakenOut,
}
