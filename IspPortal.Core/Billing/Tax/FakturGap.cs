namespace IspPortal.Core.Billing.Tax;

/// <summary>What a faktur needs and is not there.</summary>
public enum FakturGap
{
    /// <summary>Our NPWP.</summary>
    SellerTin,

    /// <summary>Neither NPWP nor NIK of the buyer.</summary>
    BuyerNumber,

    /// <summary>The buyer's name.</summary>
    BuyerName,

    /// <summary>The buyer's address.</summary>
    BuyerAddress,

    /// <summary>It gives back more than it takes: that is no faktur.</summary>
    NotPositive,

    /// <summary>It has more than one rate, which one faktur does not take.</summary>
    SeveralRates,
}
