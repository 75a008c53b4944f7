namespace IspPortal.Core.Customers;

/// <summary>Gender as the identity card has it.</summary>
public enum Gender
{
    /// <summary>Male.</summary>
    Male,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Neither, or not told by choice.</summary>
    Other,
}
