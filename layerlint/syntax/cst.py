"""The concrete syntax tree: the kinds of nodes that are read here, and what parsing raises.

All come from libcst. Nothing outside of this room imports it, so that what a tree is can change in
one place.
"""

from __future__ import annotations

from libcst import (
    Add as Add,
)
from libcst import (
    AddAssign as AddAssign,
)
from libcst import (
    And as And,
)
from libcst import (
    AnnAssign as AnnAssign,
)
from libcst import (
    Annotation as Annotation,
)
from libcst import (
    Arg as Arg,
)
from libcst import (
    AsName as AsName,
)
from libcst import (
    Assert as Assert,
)
from libcst import (
    Assign as Assign,
)
from libcst import (
    AssignEqual as AssignEqual,
)
from libcst import (
    AssignTarget as AssignTarget,
)
from libcst import (
    Attribute as Attribute,
)
from libcst import (
    AugAssign as AugAssign,
)
from libcst import (
    Await as Await,
)
from libcst import (
    BaseAugOp as BaseAugOp,
)
from libcst import (
    BaseBinaryOp as BaseBinaryOp,
)
from libcst import (
    BaseComp as BaseComp,
)
from libcst import (
    BaseCompOp as BaseCompOp,
)
from libcst import (
    BaseCompoundStatement as BaseCompoundStatement,
)
from libcst import (
    BaseDictElement as BaseDictElement,
)
from libcst import (
    BaseElement as BaseElement,
)
from libcst import (
    BaseExpression as BaseExpression,
)
from libcst import (
    BaseFormattedStringContent as BaseFormattedStringContent,
)
from libcst import (
    BaseNumber as BaseNumber,
)
from libcst import (
    BaseParenthesizableWhitespace as BaseParenthesizableWhitespace,
)
from libcst import (
    BaseSmallStatement as BaseSmallStatement,
)
from libcst import (
    BaseStatement as BaseStatement,
)
from libcst import (
    BaseSuite as BaseSuite,
)
from libcst import (
    BinaryOperation as BinaryOperation,
)
from libcst import (
    BitAnd as BitAnd,
)
from libcst import (
    BitAndAssign as BitAndAssign,
)
from libcst import (
    BitInvert as BitInvert,
)
from libcst import (
    BitOr as BitOr,
)
from libcst import (
    BitOrAssign as BitOrAssign,
)
from libcst import (
    BitXor as BitXor,
)
from libcst import (
    BooleanOperation as BooleanOperation,
)
from libcst import (
    Break as Break,
)
from libcst import (
    Call as Call,
)
from libcst import (
    ClassDef as ClassDef,
)
from libcst import (
    Colon as Colon,
)
from libcst import (
    Comma as Comma,
)
from libcst import (
    Comparison as Comparison,
)
from libcst import (
    ComparisonTarget as ComparisonTarget,
)
from libcst import (
    CompFor as CompFor,
)
from libcst import (
    CompIf as CompIf,
)
from libcst import (
    ConcatenatedString as ConcatenatedString,
)
from libcst import (
    Continue as Continue,
)
from libcst import (
    CSTNode as CSTNode,
)
from libcst import (
    Decorator as Decorator,
)
from libcst import (
    Del as Del,
)
from libcst import (
    Dict as Dict,
)
from libcst import (
    DictComp as DictComp,
)
from libcst import (
    DictElement as DictElement,
)
from libcst import (
    Divide as Divide,
)
from libcst import (
    DivideAssign as DivideAssign,
)
from libcst import (
    Dot as Dot,
)
from libcst import (
    Element as Element,
)
from libcst import (
    Ellipsis as Ellipsis,
)
from libcst import (
    Else as Else,
)
from libcst import (
    EmptyLine as EmptyLine,
)
from libcst import (
    Equal as Equal,
)
from libcst import (
    ExceptHandler as ExceptHandler,
)
from libcst import (
    ExceptStarHandler as ExceptStarHandler,
)
from libcst import (
    Expr as Expr,
)
from libcst import (
    Float as Float,
)
from libcst import (
    FloorDivide as FloorDivide,
)
from libcst import (
    For as For,
)
from libcst import (
    FormattedString as FormattedString,
)
from libcst import (
    FormattedStringExpression as FormattedStringExpression,
)
from libcst import (
    FormattedStringText as FormattedStringText,
)
from libcst import (
    From as From,
)
from libcst import (
    FunctionDef as FunctionDef,
)
from libcst import (
    GeneratorExp as GeneratorExp,
)
from libcst import (
    Global as Global,
)
from libcst import (
    GreaterThan as GreaterThan,
)
from libcst import (
    GreaterThanEqual as GreaterThanEqual,
)
from libcst import (
    If as If,
)
from libcst import (
    IfExp as IfExp,
)
from libcst import (
    Imaginary as Imaginary,
)
from libcst import (
    Import as Import,
)
from libcst import (
    ImportAlias as ImportAlias,
)
from libcst import (
    ImportFrom as ImportFrom,
)
from libcst import (
    ImportStar as ImportStar,
)
from libcst import (
    In as In,
)
from libcst import (
    IndentedBlock as IndentedBlock,
)
from libcst import (
    Index as Index,
)
from libcst import (
    Integer as Integer,
)
from libcst import (
    Is as Is,
)
from libcst import (
    IsNot as IsNot,
)
from libcst import (
    Lambda as Lambda,
)
from libcst import (
    LeftParen as LeftParen,
)
from libcst import (
    LeftShift as LeftShift,
)
from libcst import (
    LessThan as LessThan,
)
from libcst import (
    LessThanEqual as LessThanEqual,
)
from libcst import (
    List as List,
)
from libcst import (
    ListComp as ListComp,
)
from libcst import (
    Match as Match,
)
from libcst import (
    MatchAs as MatchAs,
)
from libcst import (
    MatchCase as MatchCase,
)
from libcst import (
    MatchClass as MatchClass,
)
from libcst import (
    MatchKeywordElement as MatchKeywordElement,
)
from libcst import (
    MatchList as MatchList,
)
from libcst import (
    MatchMapping as MatchMapping,
)
from libcst import (
    MatchOr as MatchOr,
)
from libcst import (
    MatchPattern as MatchPattern,
)
from libcst import (
    MatchSequenceElement as MatchSequenceElement,
)
from libcst import (
    MatchSingleton as MatchSingleton,
)
from libcst import (
    MatchStar as MatchStar,
)
from libcst import (
    MatchTuple as MatchTuple,
)
from libcst import (
    MatchValue as MatchValue,
)
from libcst import (
    MatrixMultiply as MatrixMultiply,
)
from libcst import (
    MaybeSentinel as MaybeSentinel,
)
from libcst import (
    Minus as Minus,
)
from libcst import (
    Module as Module,
)
from libcst import (
    Modulo as Modulo,
)
from libcst import (
    Multiply as Multiply,
)
from libcst import (
    MultiplyAssign as MultiplyAssign,
)
from libcst import (
    Name as Name,
)
from libcst import (
    NamedExpr as NamedExpr,
)
from libcst import (
    Newline as Newline,
)
from libcst import (
    Nonlocal as Nonlocal,
)
from libcst import (
    Not as Not,
)
from libcst import (
    NotEqual as NotEqual,
)
from libcst import (
    NotIn as NotIn,
)
from libcst import (
    Or as Or,
)
from libcst import (
    Param as Param,
)
from libcst import (
    Parameters as Parameters,
)
from libcst import (
    ParamSlash as ParamSlash,
)
from libcst import (
    ParamStar as ParamStar,
)
from libcst import (
    ParenthesizedWhitespace as ParenthesizedWhitespace,
)
from libcst import (
    ParserSyntaxError as ParserSyntaxError,
)
from libcst import (
    Pass as Pass,
)
from libcst import (
    Plus as Plus,
)
from libcst import (
    Power as Power,
)
from libcst import (
    Raise as Raise,
)
from libcst import (
    Return as Return,
)
from libcst import (
    RightParen as RightParen,
)
from libcst import (
    RightShift as RightShift,
)
from libcst import (
    Semicolon as Semicolon,
)
from libcst import (
    Set as Set,
)
from libcst import (
    SetComp as SetComp,
)
from libcst import (
    SimpleStatementLine as SimpleStatementLine,
)
from libcst import (
    SimpleStatementSuite as SimpleStatementSuite,
)
from libcst import (
    SimpleString as SimpleString,
)
from libcst import (
    SimpleWhitespace as SimpleWhitespace,
)
from libcst import (
    Slice as Slice,
)
from libcst import (
    StarredDictElement as StarredDictElement,
)
from libcst import (
    StarredElement as StarredElement,
)
from libcst import (
    Subscript as Subscript,
)
from libcst import (
    SubscriptElement as SubscriptElement,
)
from libcst import (
    Subtract as Subtract,
)
from libcst import (
    SubtractAssign as SubtractAssign,
)
from libcst import (
    TrailingWhitespace as TrailingWhitespace,
)
from libcst import (
    Try as Try,
)
from libcst import (
    TryStar as TryStar,
)
from libcst import (
    Tuple as Tuple,
)
from libcst import (
    UnaryOperation as UnaryOperation,
)
from libcst import (
    While as While,
)
from libcst import (
    With as With,
)
from libcst import (
    WithItem as WithItem,
)
from libcst import (
    Yield as Yield,
)
