namespace IspPortal.Core.Plans;

/// <summary>Whom a plan is offered to.</summary>
[Flags]
public enum PlanAudience
{
    /// <summary>Nobody: only a person who may write plans can sell it.</summary>
    None = 0,

    /// <summary>Homes.</summary>
    Residential = 1,

    /// <summary>Small and middle businesses.</summary>
    Business = 2,

    /// <summary>Companies with contracts of their own.</summary>
    Enterprise = 4,
}
