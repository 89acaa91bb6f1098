//! The named character references (13.5 of the HTML standard) that pages use.
//!
//! The standard has 2,231 of them, most for mathematics, which weigh more than the rest of this tokenizer. Here are all
//! of HTML 4, those of HTML 5 that writers and editors of Chinese pages use, and all that begin with a name that needs
//! no semicolon: without them `&notin;` would be read as `¬in;`. Any other name stays text, as an unknown one does.

use std::cmp::Ordering;

/// Sorted by name; `;` after a name that needs its semicolon and `:` after one that does not; then what it stands for.
const NAMES: &str = "\
    AElig:Æ AMP:& Aacute:Á Acirc:Â Agrave:À Alpha;Α Aring:Å Atilde:Ã Auml:Ä Because;∵ Beta;Β COPY:© Cap;⋒ \
    Ccedil:Ç CenterDot;· Chi;Χ CloseCurlyDoubleQuote;” CloseCurlyQuote;’ Colon;∷ Cross;⨯ Cup;⋓ Dagger;‡ \
    Delta;Δ Dot;¨ DoubleDot;¨ DoubleVerticalBar;∥ DownArrow;↓ ETH:Ð Eacute:É Ecirc:Ê Egrave:È Epsilon;Ε \
    Eta;Η Euml:Ë FilledSmallSquare;◼ GT:> Gamma;Γ GreaterEqual;≥ Hat;^ Iacute:Í Icirc:Î Igrave:Ì Integral;∫ \
    InvisibleComma;\u{2063} InvisibleTimes;\u{2062} Iota;Ι Iuml:Ï Kappa;Κ LT:< Lambda;Λ Lang;⟪ LeftArrow;← \
    Leftarrow;⇐ MediumSpace;\u{205f} Mu;Μ NewLine;\n NoBreak;\u{2060} NonBreakingSpace;\u{a0} NotEqual;≠ \
    Ntilde:Ñ Nu;Ν OElig;Œ Oacute:Ó Ocirc:Ô Ograve:Ò Omega;Ω Omicron;Ο OpenCurlyDoubleQuote;“ \
    OpenCurlyQuote;‘ Oslash:Ø Otilde:Õ Ouml:Ö Phi;Φ Pi;Π PlusMinus;± Prime;″ Product;∏ Psi;Ψ QUOT:\" REG:® \
    Rang;⟫ Rho;Ρ RightArrow;→ Rightarrow;⇒ Scaron;Š Sigma;Σ SmallCircle;∘ Sqrt;√ Square;□ Sum;∑ THORN:Þ \
    TRADE;™ Tab;\t Tau;Τ Therefore;∴ Theta;Θ ThinSpace;\u{2009} Uacute:Ú Ucirc:Û Ugrave:Ù UnderBar;_ \
    UpArrow;↑ Upsilon;Υ Uuml:Ü Vert;‖ VerticalBar;∣ VerticalLine;| VeryThinSpace;\u{200a} Xi;Ξ Yacute:Ý \
    Yuml;Ÿ ZeroWidthSpace;\u{200b} Zeta;Ζ aacute:á acirc:â acute:´ aelig:æ agrave:à alefsym;ℵ alpha;α \
    amacr;ā amp:& and;∧ ang;∠ angle;∠ angst;Å ap;≈ apos;' approx;≈ aring:å ast;* asymp;≈ atilde:ã auml:ä \
    backprime;‵ bdquo;„ because;∵ beta;β bigcirc;◯ bigstar;★ blacksquare;▪ block;█ boxh;─ boxv;│ bprime;‵ \
    brvbar:¦ bsol;\\ bull;• bullet;• cap;∩ caret;⁁ ccedil:ç cedil:¸ cent:¢ centerdot;· check;✓ checkmark;✓ \
    chi;χ cir;○ circ;ˆ clubs;♣ clubsuit;♣ colon;: colone;≔ coloneq;≔ comma;, commat;@ compfn;∘ cong;≅ copy:© \
    copysr;℗ crarr;↵ cross;✗ ctdot;⋯ cup;∪ curren:¤ dArr;⇓ dagger;† darr;↓ dash;‐ deg:° delta;δ \
    diamondsuit;♦ diams;♦ die;¨ div;÷ divide:÷ divideontimes;⋇ dollar;$ downarrow;↓ dtdot;⋱ dtri;▿ dtrif;▾ \
    eacute:é ecaron;ě ecirc:ê egrave:è emacr;ē empty;∅ emsp;\u{2003} emsp13;\u{2004} emsp14;\u{2005} \
    ensp;\u{2002} epsilon;ε equals;= equiv;≡ eta;η eth:ð euml:ë euro;€ excl;! exist;∃ female;♀ fnof;ƒ \
    forall;∀ frac12:½ frac13;⅓ frac14:¼ frac15;⅕ frac16;⅙ frac18;⅛ frac23;⅔ frac25;⅖ frac34:¾ frac35;⅗ \
    frac38;⅜ frac45;⅘ frac56;⅚ frac58;⅝ frac78;⅞ frasl;⁄ gamma;γ ge;≥ geq;≥ geqslant;⩾ ges;⩾ grave;` gt:> \
    gtcc;⪧ gtcir;⩺ gtdot;⋗ gtlPar;⦕ gtquest;⩼ gtrapprox;⪆ gtrarr;⥸ gtrdot;⋗ gtreqless;⋛ gtreqqless;⪌ \
    gtrless;≷ gtrsim;≳ hArr;⇔ hairsp;\u{200a} half;½ harr;↔ hearts;♥ heartsuit;♥ hellip;… horbar;― hybull;⁃ \
    hyphen;‐ iacute:í ic;\u{2063} icirc:î iexcl:¡ iff;⇔ igrave:ì imacr;ī image;ℑ incare;℅ infin;∞ int;∫ \
    iota;ι iquest:¿ isin;∈ it;\u{2062} iuml:ï kappa;κ lArr;⇐ lambda;λ lang;⟨ langle;⟨ laquo:« larr;← lbbrk;❲ \
    lbrace;{ lbrack;[ lceil;⌈ lcub;{ ldquo;“ ldquor;„ le;≤ leftarrow;← leftrightarrow;↔ leq;≤ leqslant;⩽ \
    les;⩽ lfloor;⌊ lopar;⦅ lowast;∗ lowbar;_ loz;◊ lpar;( lrm;\u{200e} lsaquo;‹ lsqb;[ lsquo;‘ lsquor;‚ lt:< \
    ltcc;⪦ ltcir;⩹ ltdot;⋖ lthree;⋋ ltimes;⋉ ltlarr;⥶ ltquest;⩻ ltrPar;⦖ ltri;◃ ltrie;⊴ ltrif;◂ macr:¯ \
    male;♂ malt;✠ mdash;— micro:µ mid;∣ midast;* middot:· minus;− mldr;… mp;∓ mu;μ nabla;∇ nbsp:\u{a0} \
    ndash;– ne;≠ ni;∋ nldr;‥ not:¬ notin;∉ notinE;⋹\u{338} notindot;⋵\u{338} notinva;∉ notinvb;⋷ notinvc;⋶ \
    notni;∌ notniva;∌ notnivb;⋾ notnivc;⋽ nsub;⊄ ntilde:ñ nu;ν num;# numero;№ numsp;\u{2007} oacute:ó \
    ocirc:ô oelig;œ ograve:ò ohm;Ω oline;‾ omacr;ō omega;ω omicron;ο oplus;⊕ or;∨ ordf:ª ordm:º oslash:ø \
    otilde:õ otimes;⊗ ouml:ö par;∥ para:¶ parallel;∥ part;∂ percnt;% period;. permil;‰ perp;⊥ phi;φ phone;☎ \
    pi;π piv;ϖ plus;+ plusmn:± pm;± pound:£ prime;′ prod;∏ prop;∝ psi;ψ puncsp;\u{2008} quest;? quot:\" \
    rArr;⇒ radic;√ rang;⟩ rangle;⟩ raquo:» rarr;→ rbbrk;❳ rbrace;} rbrack;] rceil;⌉ rcub;} rdquo;” rdquor;” \
    real;ℜ reg:® rfloor;⌋ rho;ρ rightarrow;→ rightharpoonup;⇀ rlm;\u{200f} ropar;⦆ rpar;) rsaquo;› rsqb;] \
    rsquo;’ rsquor;’ rtri;▹ rtrif;▸ sbquo;‚ scaron;š sdot;⋅ sect:§ semi;; setminus;∖ sext;✶ sharp;♯ \
    shortmid;∣ shy:\u{ad} sigma;σ sigmaf;ς sim;∼ smallsetminus;∖ sol;/ spades;♠ spadesuit;♠ squ;□ square;□ \
    squarf;▪ squf;▪ star;☆ starf;★ sub;⊂ sube;⊆ sum;∑ sup;⊃ sup1:¹ sup2:² sup3:³ supe;⊇ szlig:ß target;⌖ \
    tau;τ telrec;⌕ there4;∴ therefore;∴ theta;θ thetasym;ϑ thickapprox;≈ thinsp;\u{2009} thorn:þ tilde;˜ \
    times:× timesb;⊠ timesbar;⨱ timesd;⨰ tprime;‴ trade;™ uArr;⇑ uacute:ú uarr;↑ ucirc:û ugrave:ù umacr;ū \
    uml:¨ uparrow;↑ upsih;ϒ upsilon;υ utdot;⋰ utri;▵ utrif;▴ uuml:ü vee;∨ vellip;⋮ verbar;| vert;| wedge;∧ \
    weierp;℘ xi;ξ yacute:ý yen:¥ yuml:ÿ zeta;ζ zwj;\u{200d} zwnj;\u{200c}";

/// The longest name that needs no semicolon.
pub(super) const LONGEST_BARE: usize = 6;

/// The longest name of all.
pub(super) const LONGEST: usize = 21;

/// What a name stands for, and whether it does so without a semicolon.
pub(super) fn find(name: &str) -> Option<(&'static str, bool)> {
    let mut table = NAMES;
    while !table.is_empty() {
        let middle = table.floor_char_boundary(table.len() / 2);
        let start = table.get(..middle)?.rfind(' ').map_or(0, |at| at + 1);
        let (before, rest) = table.split_at_checked(start)?;
        let (entry, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let (key, value) = entry.split_once([';', ':'])?;
        table = match name.cmp(key) {
            Ordering::Less => before,
            Ordering::Greater => after,
            Ordering::Equal => return Some((value, entry.as_bytes().get(key.len()) == Some(&b':'))),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_name_is_found() {
        let entries: Vec<_> = NAMES.split(' ').map(|entry| entry.split_once([';', ':']).unwrap()).collect();
        assert!(entries.is_sorted_by(|a, b| a.0 < b.0));
        for (name, value) in entries {
            let (found, bare) = find(name).unwrap();
            assert_eq!(found, value);
            assert!(name.len() <= if bare { LONGEST_BARE } else { LONGEST }, "{name}");
        }
        assert_eq!(find(""), None);
        assert_eq!(find("nbs"), None);
        assert_eq!(find("zz"), None);
    }
}
